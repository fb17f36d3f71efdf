import { github } from './github.js'
import { gitlab } from './gitlab.js'
import { json } from './json.js'
import { junit } from './junit.js'
import { markdown } from './markdown.js'
import type { Reporter } from './reporter.js'
import { sarif } from './sarif.js'
import { text } from './text.js'

/** The reporters, in the order of `--help`. */
export const reporters = [text, json, github, gitlab, sarif, junit, markdown] satisfies readonly Reporter[]

/** The word after `--format`. */
export type ReporterId = (typeof reporters)[number]['id']

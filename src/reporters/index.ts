import { github } from './github.js'
import { json } from './json.js'
import type { Reporter } from './reporter.js'
import { sarif } from './sarif.js'
import { text } from './text.js'

/** The reporters, in the order of `--help`. */
export const reporters = [text, json, github, sarif] satisfies readonly Reporter[]

/** The word after `--format`. */
export type ReporterId = (typeof reporters)[number]['id']

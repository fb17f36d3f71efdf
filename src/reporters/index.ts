import { json } from './json.js'
import type { Reporter } from './reporter.js'
import { text } from './text.js'

export const reporters: readonly Reporter[] = [text, json]

import { neutralise } from '../source/control-characters.js'
import { RUNNER_COMMAND } from './plain-text.js'

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A value as indented JSON. What could steer a terminal or the runner of a build is escaped; the value stays exactly itself. */
export const toJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)
    .replace(/[^\n\x20-\x7e]/g, (character) => (neutralise(character) === character ? character : escaped(character)))
    .replace(RUNNER_COMMAND, `#${escaped('#')}`)}\n`

import { neutralise } from '../source/control-characters.js'

/** What the runners of GitHub (`##[`) and Azure (`##vso[`) take for a command anywhere in a line. */
export const RUNNER_COMMAND = /##(?=(?:vso)?\[)/g

/** Text from a file that steers neither a terminal nor the runner of a build. Every character is replaced by one, so columns stay. */
export const plainText = (text: string): string =>
  neutralise(text)
    .replace(/[\ud800-\udfff]/gu, '\ufffd') // with the flag u: half of a pair
    .replace(RUNNER_COMMAND, '#\ufffd')

/** The same on one line. */
export const plainLine = (text: string): string =>
  plainText(text).split('\n').map((line) => line.trim()).filter((line) => line !== '').join(' ')
    .replaceAll('\t', ' ')
    .replace(/^::/, '\ufffd:') // with which a line begins that is a command to GitHub's runner

import type { TextDifference } from '../model/text-differences.js'
import type { Paint } from '../reporters/reporter.js'
import { neutralise } from '../source/control-characters.js'
import { counted } from '../source/list-in-words.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { QUARTERS } from './quarter-files.js'
import { TOOL } from './tool.js'
import type { Check, VerifiedRecord } from './verify-record.js'

type Damage = { readonly message: string; readonly hint: string }

/** Whether a record holds: broken where anything is, unknown where anything could not be looked at. */
export const stateOfRecord = ({ checks }: VerifiedRecord): Check['state'] =>
  checks.some(({ state }) => state === 'broken') ? 'broken' : checks.some(({ state }) => state === 'unknown') ? 'unknown' : 'holds'

const WORDS: Readonly<Record<Check['state'], string>> = { holds: 'holds', broken: 'does not hold', unknown: 'could not be verified' }
const PAINT: Readonly<Record<Check['state'], keyof Paint>> = { holds: 'green', broken: 'red', unknown: 'yellow' }
const SHOWN = 10

/** What `quarter verify` prints. */
export function verifyText(verified: readonly VerifiedRecord[], damaged: readonly Damage[], paint: Paint): string {
  const records = verified.map((record) => recordText(record, paint))
  const bundles = damaged.map(({ message, hint }) => `${paint.red(neutralise(message))}\n  ${paint.dim(`hint: ${hint}`)}\n`)
  return [...records, ...bundles, summary(verified)].join('\n')
}

function recordText(record: VerifiedRecord, paint: Paint): string {
  const state = stateOfRecord(record)
  const head = `${paint.bold(`${QUARTERS}/${record.file}`)}  ${paint[PAINT[state]](WORDS[state])}`
  const lines = record.checks.map((check) => {
    const word = `${check.check.padEnd(11)}${paint[PAINT[check.state]](check.state.padEnd(8))}`
    const found = (check.differences ?? []).slice(0, SHOWN).map((difference) => `  ${' '.repeat(19)}${differenceInWords(check.file ?? record.file, difference)}`)
    const more = (check.differences?.length ?? 0) - SHOWN
    return [
      `  ${word}${neutralise(check.message)}`, ...found,
      ...(more > 0 ? [`  ${' '.repeat(19)}${paint.dim(`and ${counted(more, 'line')} more; --format json has them all`)}`] : []),
      ...(check.hint !== undefined && check.state !== 'holds' ? [`  ${' '.repeat(19)}${paint.dim(`hint: ${check.hint}`)}`] : []),
    ].join('\n')
  })
  return `${[head, ...lines, ...record.notes.map((note) => `  ${paint.dim(`note: ${neutralise(note)}`)}`)].join('\n')}\n`
}

/** One difference: where it is, what it is about, and what should stand there. */
export function differenceInWords(file: string, { about, difference, line, column, firstByte, lastByte, members }: TextDifference): string {
  const place = `${QUARTERS}/${file}:${line}:${column}, ${firstByte === lastByte ? `byte ${firstByte}` : `bytes ${firstByte} to ${lastByte}`}: `
  if (difference === 'missing') return `${place}${neutralise(about)} is missing`
  if (difference === 'added') return `${place}${neutralise(about)} was added`
  const shown = members.slice(0, 3).map(({ key, is, should }) => (is === undefined ? `\`${key}\` is not there, and should be ${shorten(should)}` : should === undefined ? `\`${key}\` should not be there` : `\`${key}\` is ${shorten(is)}, and should be ${shorten(should)}`))
  return `${place}${neutralise(about)}${shown.length > 0 ? `: ${neutralise(shown.join('; '))}` : ' cannot be read'}`
}

const shorten = (text = ''): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

function summary(verified: readonly VerifiedRecord[]): string {
  const states = verified.map(stateOfRecord)
  const count = (state: Check['state']): number => states.filter((each) => each === state).length
  const rest = [...(count('broken') > 0 ? [`${count('broken')} ${count('broken') === 1 ? 'does' : 'do'} not hold`] : []), ...(count('unknown') > 0 ? [`${count('unknown')} could not be verified`] : [])]
  return `${counted(verified.length, 'record')}: ${count('holds') === verified.length ? 'all hold' : [`${count('holds')} ${count('holds') === 1 ? 'holds' : 'hold'}`, ...rest].join(', ')}.\n`
}

/** The same as JSON. Documented in docs/formats.md and src/schema/output/quarter-verify.schema.json. */
export const verifyJson = (verified: readonly VerifiedRecord[], damaged: readonly Damage[]): string =>
  `${JSON.stringify({
    'schema-version': SCHEMA_VERSION, 'tool': { name: TOOL.name, version: TOOL.version }, 'command': 'quarter verify',
    'records': verified.map((record) => ({
      file: record.file, quarter: record.quarter ?? null, state: stateOfRecord(record), notes: record.notes,
      checks: record.checks.map(({ differences = [], ...check }) => ({
        ...check, differences: differences.map(({ firstByte, lastByte, ...rest }) => ({ ...rest, 'first-byte': firstByte, 'last-byte': lastByte })),
      })),
    })),
    'damaged-bundles': damaged.map(({ message }) => message),
  }, null, 2)}\n`

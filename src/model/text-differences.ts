import { labelLines } from './quarter-labels.js'

/** One line in which a text differs from what it should be. */
export type TextDifference = {
  /** What the line is about: `finding TST-03 of support-assistant`. */
  readonly about: string
  readonly difference: 'changed' | 'added' | 'missing'
  /** Line and column in the text, from one. For a missing line, where it would stand. */
  readonly line: number
  readonly column: number
  /** First and last byte that differ, from one, as `cmp` counts; of a missing line both are where it would stand. */
  readonly firstByte: number
  readonly lastByte: number
  /** Values in the record that differ, by their way to them, as JSON and as they should be; empty where the line is no record any more. */
  readonly members: readonly { readonly key: string; readonly is?: string; readonly should?: string }[]
}

/** Where a text differs from what it should be, line by line. */
export function textDifferences(text: string, expected: string): readonly TextDifference[] {
  if (text === expected) return []
  const [are, should] = [text.split('\n'), expected.split('\n')]
  let start = 0
  while (start < are.length && start < should.length && are[start] === should[start]) start += 1
  let end = 0
  while (end < are.length - start && end < should.length - start && are[are.length - 1 - end] === should[should.length - 1 - end]) end += 1
  const labels = labelLines(should)
  const ownLabels = labelLines(are)
  const bytes = byteOffsets(are)
  const at = { are, should, labels, ownLabels, bytes }
  return are.length === should.length
    ? range(start, are.length - end).flatMap((index) => (are[index] === should[index] ? [] : [changed(at, index, index)]))
    : unequal(at, range(start, are.length - end), range(start, should.length - end))
}

type Lines = { readonly are: readonly string[]; readonly should: readonly string[]; readonly labels: readonly string[]; readonly ownLabels: readonly string[]; readonly bytes: (line: number) => number }

const range = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

// Lines were added or taken away: those that are about the same thing belong together.
function unequal(at: Lines, are: readonly number[], should: readonly number[]): readonly TextDifference[] {
  const wanted = new Map(should.map((index) => [at.labels[index] ?? '', index]))
  const found: TextDifference[] = []
  for (const index of are) {
    const label = at.ownLabels[index] ?? ''
    const other = wanted.get(label)
    if (other === undefined) {
      const size = byteLength(at.are[index] ?? '')
      found.push({ about: label, difference: 'added', line: index + 1, column: 1, firstByte: at.bytes(index) + 1, lastByte: at.bytes(index) + Math.max(1, size), members: [] })
      continue
    }
    wanted.delete(label)
    if (at.are[index] !== at.should[other]) found.push(changed(at, index, other))
  }
  const here = are[0] ?? should[0] ?? 0
  for (const label of wanted.keys()) found.push({ about: label, difference: 'missing', line: here + 1, column: 1, firstByte: at.bytes(here) + 1, lastByte: at.bytes(here) + 1, members: [] })
  // A comma that came or went with the line beside it says nothing of its own.
  const telling = found.filter(({ members, difference, line }) => difference !== 'changed' || members.length > 0 || !isComma(at.are[line - 1] ?? '', at))
  return telling.length > 0 ? telling : found
}

const isComma = (line: string, { should }: Lines): boolean => should.includes(`${line},`) || should.includes(line.replace(/,$/, ''))

function changed(at: Lines, index: number, other: number): TextDifference {
  const [is, should] = [at.are[index] ?? '', at.should[other] ?? '']
  let first = 0
  while (first < is.length && first < should.length && is[first] === should[first]) first += 1
  let last = 0
  while (last < is.length - first && last < should.length - first && is[is.length - 1 - last] === should[should.length - 1 - last]) last += 1
  const firstByte = at.bytes(index) + byteLength(is.slice(0, first)) + 1
  const lastByte = at.bytes(index) + byteLength(is.slice(0, is.length - last))
  return { about: at.labels[other] ?? '', difference: is === '' ? 'missing' : 'changed', line: index + 1, column: first + 1, firstByte, lastByte: Math.max(firstByte, lastByte), members: differingMembers(is, should) }
}

function byteOffsets(lines: readonly string[]): (line: number) => number {
  const offsets = [0]
  return (line) => {
    for (let at = offsets.length; at <= line; at++) offsets.push((offsets[at - 1] ?? 0) + byteLength(lines[at - 1] ?? '') + 1)
    return offsets[line] ?? 0
  }
}

function differingMembers(line: string, expected: string): TextDifference['members'] {
  const [is, should] = [recordOf(line), recordOf(expected)]
  return is === undefined || should === undefined ? [] : differencesIn(is, should, '')
}

// Down to the value that differs: `closed.by`, `data.objectives.0.text`.
function differencesIn(is: unknown, should: unknown, path: string): TextDifference['members'] {
  if (typeof is !== 'object' || typeof should !== 'object' || is === null || should === null || Array.isArray(is) !== Array.isArray(should)) {
    const [shown, wanted] = [JSON.stringify(is), JSON.stringify(should)]
    return shown === wanted ? [] : [{ key: path, is: shown ?? '', should: wanted ?? '' }]
  }
  const [own, other] = [is as Readonly<Record<string, unknown>>, should as Readonly<Record<string, unknown>>] // objects or arrays, by key either way
  return [...new Set([...Object.keys(own), ...Object.keys(other)])].sort().flatMap((key): TextDifference['members'] => {
    const at = path === '' ? key : `${path}.${key}`
    if (!Object.hasOwn(own, key)) return [{ key: at, should: JSON.stringify(other[key]) ?? '' }]
    if (!Object.hasOwn(other, key)) return [{ key: at, is: JSON.stringify(own[key]) ?? '' }]
    return differencesIn(own[key], other[key], at)
  })
}

// A line is a record, the begin of an entry whose lists follow, or one member of the file.
function recordOf(line: string): Readonly<Record<string, unknown>> | undefined {
  const plain = line.replace(/,$/, '')
  for (const text of [plain, `{${plain}}`, plain.replace(/,"findings":\[.*$/, '}')]) {
    try {
      const value: unknown = JSON.parse(text)
      if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>> // an object
    } catch {
      continue
    }
  }
  return undefined
}

const UTF8 = new TextEncoder()
const byteLength = (text: string): number => UTF8.encode(text).length

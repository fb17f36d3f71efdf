import { HEAD } from '../model/quarter-text.js'
import { recordError } from '../schema/validate-record.js'
import type { Quarter } from '../schema/types.js'

/** A line of a record with its first and last byte, from one. */
export type LineSpan = { readonly key: string; readonly line: number; readonly firstByte: number; readonly lastByte: number }

/** What precedes the applications of a quarter, line by line: as much of it as can be read, and the lines that cannot. */
export type QuarterHeadLines = {
  /** The head; absent when a line that nothing else can tell cannot be read. Its lists are empty. */
  readonly head?: Quarter
  readonly lines: readonly LineSpan[]
  readonly wrong: readonly LineSpan[]
}

const ZERO = '0'.repeat(64)
const EMPTY: Pick<Quarter, 'applications' | 'controls' | 'frameworks' | 'totals' | 'sha256'> = {
  applications: [], controls: [], frameworks: [], sha256: ZERO,
  totals: { 'applications': 0, 'assessed': 0, 'satisfied': 0, 'gaps': { critical: 0, high: 0, moderate: 0, low: 0 }, 'accepted': 0, 'not-applicable': 0, 'upcoming': 0, 'not-assessed': 0, 'unanswered': 0, 'exceptions-in-force': 0, 'poam-open': 0, 'poam-overdue': 0 },
}

// What assessing again tells anew, whatever stands here.
const TOLD_ANEW: Readonly<Record<string, unknown>> = { 'schema-version': '1.0.0', 'quarter': '0001-Q1', 'from': '0001-01-01', 'as-of': '0001-01-01', 'organization': '?', 'catalog': { id: '?', version: '0.0.0' }, 'library': { file: 'library-0.json', sha256: ZERO } }

const KNOWN: ReadonlySet<string> = new Set(HEAD)

const UTF8 = new TextEncoder()

/** Reads the head of a quarter's text line by line, so that a damaged line does not hide the others. */
export function readQuarterHead(text: string): QuarterHeadLines {
  const lines: LineSpan[] = []
  const wrong: LineSpan[] = []
  const members: Record<string, unknown> = {}
  let at = 0
  for (const [index, line] of text.split('\n', 40).entries()) {
    const [, key = '', value = ''] = /^"([^"]*)":(.*?),?$/.exec(line) ?? []
    const size = UTF8.encode(line).length
    const span = { key, line: index + 1, firstByte: at + 1, lastByte: at + Math.max(1, size) }
    at += size + 1
    if (index > 0 && (line.startsWith('{') || value === '[' || value === '[]')) break
    if (index === 0) continue
    lines.push(span)
    const parsed = parse(value)
    if (!KNOWN.has(key) || parsed === undefined) wrong.push(span)
    else members[key] = parsed
  }
  for (;;) {
    const candidate = { ...EMPTY, ...members }
    const error = recordError('quarter', candidate)
    if (error === undefined) return { head: candidate as Quarter, lines, wrong } // its shape was just checked
    const key = error.instancePath.split('/')[1] ?? String(error.params['missingProperty'])
    const span = lines.find((line) => line.key === key)
    if (span && !wrong.includes(span)) wrong.push(span)
    if (!Object.hasOwn(TOLD_ANEW, key) || members[key] === TOLD_ANEW[key]) return { lines, wrong }
    members[key] = TOLD_ANEW[key]
  }
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value) as unknown
  } catch {
    return undefined
  }
}

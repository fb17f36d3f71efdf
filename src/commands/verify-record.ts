import type { Host } from '../host/host.js'
import type { GitRefusal } from '../host/repository.js'
import { sha256 } from '../model/digest.js'
import type { ChainFault } from '../model/quarter-chain.js'
import { textDifferences, type TextDifference } from '../model/text-differences.js'
import { readQuarterHead, type LineSpan, type QuarterHeadLines } from '../read/read-quarter-head.js'
import { holdsDigest, readRecord } from '../read/read-record.js'
import type { FrozenLibrary, Quarter } from '../schema/types.js'
import { isRefusal, refusalInWords } from './at-revision.js'
import { assessAgain, type Again } from './assess-again.js'
import { faultInWords, QUARTERS, textInQuarters } from './quarter-files.js'
import { findRevision, type FoundRevision, type RevisionSource } from './revision-source.js'
import { TOOL } from './tool.js'

/** One thing that is looked at in a closed quarter. */
export type Check = {
  readonly check: 'bytes' | 'chain' | 'library' | 'revision' | 'assessment'
  /** `unknown`: it could not be looked at, which is never taken for holding. */
  readonly state: 'holds' | 'broken' | 'unknown'
  readonly message: string
  readonly hint?: string
  /** Where it does not hold. */
  readonly differences?: readonly TextDifference[]
  /** The file in `quarters/` in which the differences are. */
  readonly file?: string
}

/** A closed quarter as verified. */
export type VerifiedRecord = { readonly file: string; readonly quarter?: string; readonly checks: readonly Check[]; readonly notes: readonly string[] }

/** What records are verified with. */
export type VerifyContext = {
  readonly host: Host
  readonly root: string
  readonly sources: readonly RevisionSource[]
  readonly faults: readonly ChainFault[]
  /** Text of a file in `quarters/` as it is committed, where it is. */
  readonly committed: (file: string) => Promise<string | undefined>
}

/** Verifies one record: its bytes, its place in the chain, its library, its revision, and that assessing again gives the same. */
export async function verifyRecord(file: string, context: VerifyContext): Promise<VerifiedRecord> {
  const read = await textInQuarters(context.host, context.root, file)
  const own = 'text' in read ? read.text : ''
  const parsed = readRecord('quarter', read)
  if ('fault' in parsed && (parsed.fault === 'refused' || parsed.fault === 'newer')) {
    return { file, checks: [{ check: 'bytes', state: 'unknown', message: `${faultInWords({ file, ...parsed })}.`, hint: parsed.fault === 'newer' ? 'Update muster.' : 'Restore the file from git.' }], notes: [] }
  }
  const committed = await context.committed(file)
  const original = committed !== undefined && committed !== own && isWhole(committed) ? committed : undefined
  const whole = !('fault' in parsed) && holdsDigest(own, parsed.value.sha256)
  const lines = readQuarterHead(own)
  const { head } = original === undefined ? lines : readQuarterHead(original)
  const chain = chainCheck(file, context.faults, head)
  if (head === undefined) return { file, checks: [damagedHead(file, lines.wrong), ...chain], notes: [] }
  const library = await libraryCheck(head, context)
  const found = await findRevision(context.sources, head.revision)
  const again = isRefusal(found) ? undefined : await assessAgain(context.host, { root: context.root, file, head, found, ...(library.frozen && { frozen: library.frozen }) })
  const bytes = bytesCheck(file, { own, whole, original, expected: again?.text, recorded: recordedOnly(lines.lines, head, found), suspect: suspectLines(lines, library.check) })
  const assessment = assessmentCheck(file, { text: original ?? own, intact: whole || original !== undefined, again, head })
  return { file, quarter: head.quarter, checks: [bytes, ...chain, again ? mendLibrary(library.check, again, head) : library.check, revisionCheck(found, head), assessment], notes: notesOn(found, head, again) }
}

const damagedHead = (file: string, wrong: readonly LineSpan[]): Check => ({
  check: 'bytes', state: 'broken', hint: 'Restore the file from git.',
  message: wrong.length === 0 ? `${QUARTERS}/${file} is not a closed quarter.` : `It was changed after it was closed, in a line that nothing else can tell: ${wrong.map((span) => spanInWords(file, span)).join('; ')}.`,
})

const spanInWords = (file: string, { key, line, firstByte, lastByte }: LineSpan): string => `${key === '' ? 'a line' : `\`${key}\``}, ${QUARTERS}/${file}:${line}, bytes ${firstByte} to ${lastByte}`

// What no assessment tells anew: a change in it shows only in the digest.
const recordedOnly = (lines: readonly LineSpan[], { previous }: Quarter, found: FoundRevision | GitRefusal): readonly LineSpan[] => {
  const recorded = new Set(['schema-version', 'correction', 'cutoff', 'closed', 'tool', ...(previous === null ? [] : ['previous']), ...(isRefusal(found) || found.commit === undefined ? ['revision'] : [])])
  return lines.filter(({ key }) => recorded.has(key))
}

// Lines that cannot be read as they stand, and the one that names the library where that is not the one at hand.
const suspectLines = ({ lines, wrong }: QuarterHeadLines, library: Check): readonly LineSpan[] =>
  lines.filter((span) => wrong.includes(span) || (span.key === 'library' && library.state === 'broken'))

const isWhole = (text: string): boolean => {
  const read = readRecord('quarter', { text })
  return !('fault' in read) && holdsDigest(text, read.value.sha256)
}

function chainCheck(file: string, faults: readonly ChainFault[], head: Quarter | undefined): readonly Check[] {
  const own = faults.filter((fault) => fault.file === file)
  if (own.length === 0 && head === undefined) return []
  if (own.length === 0) return [{ check: 'chain', state: 'holds', message: head?.previous ? `It follows ${head.previous.file}.` : 'It begins the chain.' }]
  return own.map((fault) => ({ check: 'chain', state: 'broken', ...chainInWords(fault) }))
}

function chainInWords({ file, fault, other }: ChainFault): { readonly message: string; readonly hint: string } {
  const [path, that] = [`${QUARTERS}/${file}`, `${QUARTERS}/${other}`]
  switch (fault) {
    case 'missing': return { message: `${that}, which it follows, is not there.`, hint: 'Restore it from git; a closed quarter is never removed.' }
    case 'changed': return { message: `${that}, which it follows, has other bytes than when it was followed, or the digest stated here was changed.`, hint: `Restore ${that} from git; a correction is a record of its own.` }
    case 'fork': return { message: `${that} follows the same record: two were written side by side.`, hint: `Keep one, and make the other again: \`muster quarter close\` or \`muster quarter correct\`.` }
    case 'second-start': return { message: `${that} begins a chain as well.`, hint: `Restore the record that ${path} followed, or make it again.` }
    case 'circle': return { message: 'The records follow one another in a circle.', hint: 'Restore them from git.' }
    case 'misnamed': return { message: `By what it says it is ${that}.`, hint: 'Restore its name from git.' }
  }
}

type LibraryAtHand = { readonly check: Check; readonly frozen?: FrozenLibrary }

async function libraryCheck({ library }: Quarter, context: VerifyContext): Promise<LibraryAtHand> {
  const path = `${QUARTERS}/${library.file}`
  const read = await textInQuarters(context.host, context.root, library.file)
  const parsed = readRecord('library', read)
  const own = 'text' in read ? read.text : undefined
  if (own !== undefined && sha256(own) === library.sha256 && !('fault' in parsed)) return { check: { check: 'library', state: 'holds', message: `${path} is the one that was assessed.` }, frozen: parsed.value }
  if (own !== undefined && sha256(own) === library.sha256) return { check: { check: 'library', state: 'unknown', message: `${path} cannot be read by this muster.`, hint: 'Update muster.' } }
  const committed = await context.committed(library.file)
  const original = committed !== undefined && sha256(committed) === library.sha256 ? readRecord('library', { text: committed }) : undefined
  const frozen = original && !('fault' in original) ? original.value : undefined
  const message = own === undefined ? `${path}, the library that was assessed, is not there.` : `The bytes of ${path} are not those of the library that was assessed.`
  const differences = own !== undefined && frozen && committed !== undefined ? textDifferences(own, committed) : undefined
  return { check: { check: 'library', state: 'broken', message, hint: 'Restore it from git.', file: library.file, ...(differences && { differences }) }, ...(frozen && { frozen }) }
}

// Assessing again may have shown what the library must have been, or that it is not what the revision gives.
function mendLibrary(check: Check, again: Again, { library }: Quarter): Check {
  if (check.state === 'broken') {
    if (again.libraryText === undefined || sha256(again.libraryText) !== library.sha256 || check.differences || again.ownLibraryText === undefined) return check
    return { ...check, differences: textDifferences(again.ownLibraryText, again.libraryText) }
  }
  return again.library ?? check
}

function revisionCheck(found: FoundRevision | GitRefusal, { revision }: Quarter): Check {
  const name = `${revision.commit.slice(0, 12)} of ${revision.date}`
  if (isRefusal(found)) return missingRevision(found, name)
  if (found.commit === undefined) return { check: 'revision', state: 'holds', message: `The commit ${name} is gone, and its tree is still in ${found.source}.` }
  if (found.tree !== revision.tree) return { check: 'revision', state: 'broken', message: `The commit ${name} has the tree ${found.tree.slice(0, 12)}, and not ${revision.tree.slice(0, 12)}.`, hint: 'Restore the record from git.' }
  return { check: 'revision', state: 'holds', message: `${name} is in ${found.source}.` }
}

function missingRevision(refusal: GitRefusal, name: string): Check {
  const unknown = refusal.refused === 'unknown-revision'
  const { message, hint } = refusalInWords(refusal)
  return {
    check: 'revision', state: 'unknown',
    message: unknown ? `The revision ${name} is not in this repository: it was rebased or collected away, or never fetched.` : refusal.refused === 'shallow' ? `The revision ${name} is not in this clone, which is shallow: older commits were left out when it was made.` : message,
    hint: unknown ? 'Fetch it, for instance by its tag, or name a clone or bundle that has it: `--repository <path>`.' : hint,
  }
}

type Texts = { readonly own: string; readonly whole: boolean; readonly original: string | undefined; readonly expected: string | undefined; readonly recorded: readonly LineSpan[]; readonly suspect: readonly LineSpan[] }

function bytesCheck(file: string, { own, whole, original, expected, recorded, suspect }: Texts): Check {
  if (whole && original === undefined) return { check: 'bytes', state: 'holds', message: 'Its bytes are those of its digest.' }
  const hint = 'Restore the file from git; a correction is a record of its own: `muster quarter correct`.'
  const broken = { check: 'bytes', state: 'broken', hint, file } as const
  if (original !== undefined) return { ...broken, message: whole ? 'It is not the record that is committed, and was written anew.' : 'It was changed after it was closed.', differences: textDifferences(own, original) }
  const differences = expected === undefined ? [] : textDifferences(own, expected)
  if (differences.some(({ about }) => about !== '`sha256`')) return { ...broken, message: 'It was changed after it was closed.', differences }
  const where = expected === undefined ? `${suspect.length === 0 ? 'Where' : `By all signs it is in ${suspect.map((span) => spanInWords(file, span)).join('; ')}; where else`} cannot be told, because it cannot be assessed again.`
    : `Every line that assessing again tells anew is as it was, so it is in what was only recorded: ${[...recorded.map((span) => spanInWords(file, span)), 'or the digest at its end'].join('; ')}.`
  return { ...broken, message: `It was changed after it was closed. ${where}` }
}

function assessmentCheck(file: string, { text, intact, again, head }: { readonly text: string; readonly intact: boolean; readonly again: Again | undefined; readonly head: Quarter }): Check {
  if (again === undefined) return { check: 'assessment', state: 'unknown', message: 'It was not assessed again, because its revision is not at hand.' }
  if (again.text === undefined) return { check: 'assessment', state: 'unknown', message: again.why, ...(again.hint && { hint: again.hint }) }
  if (again.library) return { check: 'assessment', state: 'unknown', message: 'It was not compared, because the library is another.' }
  const differences = textDifferences(text, again.text).filter(({ about }) => about !== '`sha256`')
  if (differences.length === 0) return { check: 'assessment', state: 'holds', message: `Assessed again, it is the same${intact ? ', byte for byte' : ' where it was not changed'}.` }
  if (!intact) return { check: 'assessment', state: 'holds', message: 'Assessed again, every other line is the same.' }
  if (head.tool.version !== TOOL.version) return { check: 'assessment', state: 'holds', message: `It was made with muster ${head.tool.version}, and this is ${TOOL.version}: what differs is the tool's.`, differences, file }
  return { check: 'assessment', state: 'broken', message: 'Assessed again with the same version of muster, it is not the same.', hint: 'Find out who wrote the record; a correction is a record of its own.', differences, file }
}

function notesOn(found: FoundRevision | GitRefusal, { revision }: Quarter, again: Again | undefined): readonly string[] {
  const gone = !isRefusal(found) && found.commit === undefined ? [`The commit ${revision.commit.slice(0, 12)} is gone, or another is named; the tree may go as well unless a commit or a tag holds it.`] : []
  return [...gone, ...(again?.notes ?? [])]
}

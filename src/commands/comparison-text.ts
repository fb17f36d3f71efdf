import type { Paint } from '../reporters/reporter.js'
import { neutralise } from '../source/control-characters.js'
import { listInWords } from '../source/list-in-words.js'
import type { ToldChange } from './told-changes.js'

const TITLES: Readonly<Record<ToldChange['kind'], string>> = {
  'control': 'Controls', 'tailoring': 'Tailoring', 'evidence-type': 'Evidence types', 'characteristic': 'Characteristics', 'risk-factor': 'Risk factors', 'group': 'Groups', 'table': 'Tables of the catalog', 'framework': 'Frameworks and mappings',
}
const MOST_NAMED = 12

/** What changed, kind by kind, for a terminal. */
export function comparisonText(changes: readonly ToldChange[], inWords: string, paint: Paint): string {
  if (changes.length === 0) return `Nothing of the catalog is otherwise than in ${inWords}.\n`
  const kinds = (Object.keys(TITLES) as ToldChange['kind'][]).filter((kind) => changes.some((change) => change.kind === kind)) // the keys of TITLES
  const parts = kinds.map((kind) => [paint.bold(TITLES[kind]), ...linesOfKind(changes.filter((change) => change.kind === kind), paint)].join('\n'))
  return `${[paint.bold(`Otherwise than in ${inWords}`), ...parts].join('\n\n')}\n`
}

// A whole catalog that came or went is told by a few of its names.
function linesOfKind(changes: readonly ToldChange[], paint: Paint): readonly string[] {
  const isBare = ({ change, says }: ToldChange): boolean => (change === 'added' || change === 'removed') && says.length === 0
  const many = (['added', 'removed'] as const).map((fate) => changes.filter((change) => isBare(change) && change.change === fate)).filter((same) => same.length > MOST_NAMED)
  const folded = new Set(many.flat())
  return [
    ...changes.filter((change) => !folded.has(change)).flatMap((change) => linesOf(change, paint)),
    ...many.flatMap((same) => [`  ${same.length} ${same[0]?.change === 'added' ? 'new' : 'gone'}: ${listInWords(same.map(({ id }) => id), 'and', MOST_NAMED)}`, ...touchesLine([...new Set(same.flatMap(({ touches }) => touches))], paint)]),
  ]
}

const touchesLine = (touches: readonly string[], paint: Paint): readonly string[] => (touches.length === 0 ? [] : [paint.dim(`    touches ${listInWords(touches, 'and', MOST_NAMED)}`)])

function linesOf(change: ToldChange, paint: Paint): readonly string[] {
  const { id, title, says, touches } = change
  const head = [`  ${id}`, ...(title === undefined ? [] : [neutralise(title)]), ...fateInWords(change, paint)].join('  ')
  return [head, ...says.map((clause) => `    ${neutralise(clause)}`), ...touchesLine(touches, paint)]
}

/** What became of it, with its versions: `new, 1.0.0 from 2027-01-01`, `1.0.0 → 1.1.0, needs 2.0.0`. */
export function fateInWords({ kind, change, from, to, effective, due }: ToldChange, paint?: Paint): readonly string[] {
  const words = { 'added': 'new', 'taken-up': 'asked now, was a draft', 'changed': undefined, 'deprecated': 'deprecated', 'withdrawn': 'withdrawn', 'set-aside': 'a draft again', 'revived': 'asked again, was withdrawn', 'removed': kind === 'tailoring' ? undefined : 'gone' }[change]
  const versions = from === undefined || to === undefined || from === to ? (to ?? from) : `${from} → ${to}`
  const needs = due && `needs ${due.version}`
  const parts = [words, versions === undefined ? undefined : `${versions}${effective === undefined ? '' : ` from ${effective}`}`, needs && (paint?.red(needs) ?? needs)].filter((part) => part !== undefined)
  return parts.length === 0 ? [] : [parts.join(', ')]
}

import { AGREEMENT_TARGETS, agreementOf, type Agreement } from '../model/agreement.js'
import { nameOfEdition, type FrameworkEntry } from '../model/library.js'
import type { Paint } from '../reporters/reporter.js'
import type { PublishedCrosswalk } from '../schema/types.js'
import { neutralise } from '../source/control-characters.js'
import { frameworkFacts } from './crosswalk.js'
import { paragraph } from './paragraph.js'
import { textTable, type Cell } from './text-table.js'
import type { Workspace } from './workspace.js'

/** A published crosswalk with how far ours agrees with it. */
export type Compared = { readonly published: PublishedCrosswalk; readonly from: FrameworkEntry; readonly to: FrameworkEntry; readonly agreement: Agreement; readonly figures: Figures }

/** The figures of an agreement and the targets that they reach. Shares are from 0 to 1; a ratio is derived pairs to published pairs in scope; null where there are none. */
export type Figures = {
  readonly share: number | null
  readonly shareByType: number | null
  readonly ratio: number | null
  readonly ratioByType: number | null
  readonly aboveRatio: number
  readonly withoutReason: number
  readonly reached: { readonly contained: boolean; readonly ratio: boolean; readonly reasons: boolean }
}

/** Compares every published crosswalk of the library between the frameworks that are named, in the order of their ids. */
export function comparePublished({ library }: Workspace, from: string | undefined, to: string | undefined): readonly Compared[] {
  return library.docs.publishedCrosswalks.flatMap(({ data }): readonly Compared[] => {
    const [first, second] = [library.frameworks.get(data.from), library.frameworks.get(data.to)]
    if (first === undefined || second === undefined || (from !== undefined && from !== first.id) || (to !== undefined && to !== second.id)) return []
    const agreement = agreementOf(data, first, second)
    return [{ published: data, from: first, to: second, agreement, figures: figuresOf(agreement) }]
  })
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

function figuresOf({ inScope, contained, containedByType, derived, derivedByType, disagreements, elements }: Agreement): Figures {
  const per = (count: number): number | null => (inScope.length === 0 ? null : rounded(count / inScope.length))
  const withoutReason = disagreements.filter(({ remarks }) => remarks === null).length
  return {
    share: per(contained), shareByType: per(containedByType), ratio: per(derived), ratioByType: per(derivedByType), withoutReason,
    aboveRatio: elements.filter((element) => element.derived > AGREEMENT_TARGETS.ratio * element.published).length,
    reached: { contained: inScope.length > 0 && contained >= AGREEMENT_TARGETS.contained * inScope.length, ratio: derived <= AGREEMENT_TARGETS.ratio * inScope.length, reasons: withoutReason === 0 },
  }
}

/** One published crosswalk of the JSON that src/schema/output/published-crosswalks.schema.json describes. */
export const comparedJson = ({ published, from, to, agreement, figures }: Compared): Readonly<Record<string, unknown>> => ({
  from: frameworkFacts(from), to: frameworkFacts(to), publisher: published.publisher, source: published.source, trust: published.trust,
  'published': published.pairs.length, 'in-scope': agreement.inScope.length,
  'contained': { pairs: agreement.contained, share: figures.share }, 'contained-by-type': { pairs: agreement.containedByType, share: figures.shareByType },
  'derived': agreement.derived, 'derived-by-type': agreement.derivedByType, 'ratio': figures.ratio, 'ratio-by-type': figures.ratioByType,
  'elements-above-ratio': figures.aboveRatio, 'excess': published.excess ?? null,
  'targets': {
    contained: { 'at-least': AGREEMENT_TARGETS.contained, reached: figures.reached.contained },
    ratio: { 'at-most': AGREEMENT_TARGETS.ratio, reached: figures.reached.ratio, argued: published.excess !== undefined },
    reasons: { 'at-most': 0, missing: figures.withoutReason, reached: figures.reached.reasons },
  },
  'disagreements': agreement.disagreements, 'out-of-scope': agreement.outOfScope, 'elements': agreement.elements,
})

/** Every comparison as text: the figures of all in a table, then each by itself. */
export function comparedText(all: readonly Compared[], paint: Paint): string {
  const blocks = all.map((compared) => block(compared, paint)).join('\n\n')
  return all.length > 1 ? `${overview(all, paint)}\n${blocks}\n` : `${blocks}\n`
}

const percent = (share: number | null): string => (share === null ? '–' : `${Math.floor(share * 100)} %`)
const times = (ratio: number | null): string => (ratio === null ? '–' : ratio.toFixed(1))

function verdict(reached: boolean, paint: Paint, argued = false): { readonly text: string; readonly paint: (text: string) => string } {
  return reached ? { text: 'reached', paint: paint.green } : argued ? { text: 'missed, argued', paint: paint.yellow } : { text: 'missed', paint: paint.red }
}

function overview(all: readonly Compared[], paint: Paint): string {
  const columns = [{ title: 'Published crosswalk' }, { title: 'In scope', right: true as const }, { title: 'Contained', right: true as const }, { title: '≥ 85 %' }, { title: 'Derived', right: true as const }, { title: 'Ratio', right: true as const }, { title: '≤ 2' }, { title: 'Without a reason', right: true as const }]
  return textTable(columns, all.map(({ published, from, to, agreement, figures }): readonly Cell[] => [
    `${from.id} → ${to.id}`, String(agreement.inScope.length), percent(figures.share), verdict(figures.reached.contained, paint),
    String(agreement.derived), times(figures.ratio), verdict(figures.reached.ratio, paint, published.excess !== undefined), String(figures.withoutReason),
  ]), paint.bold)
}

function block({ published, from, to, agreement, figures }: Compared, paint: Paint): string {
  const { contained, ratio, reasons } = figures.reached
  const mark = (reached: boolean, argued = false): string => { const { text, paint: colour } = verdict(reached, paint, argued); return colour(text) }
  const { inScope, outOfScope, disagreements, elements } = agreement
  const pairs = (count: number): string => `${String(count).padStart(5)} pair${count === 1 ? '' : 's'}`
  const lines = [
    `published      ${pairs(published.pairs.length)}, ${inScope.length} of them in scope`,
    `contained      ${pairs(agreement.contained)}, ${percent(figures.share)}; target at least 85 %: ${mark(contained)}`,
    `  by type      ${pairs(agreement.containedByType)}, ${percent(figures.shareByType)}`,
    `derived        ${pairs(agreement.derived)}, ${times(figures.ratio)} for each published; target at most 2: ${mark(ratio, published.excess !== undefined)}`,
    `  by type      ${pairs(agreement.derivedByType)}, ${times(figures.ratioByType)} for each published`,
    `  per element  ${figures.aboveRatio} of ${elements.length} elements of ${from.id} have more than twice their published pairs`,
    `disagreements  ${pairs(disagreements.length)}, ${figures.withoutReason} of them without a reason: ${mark(reasons)}`,
  ]
  const told = (listed: readonly { readonly from: string; readonly to: string; readonly remarks: string | null }[]): string =>
    listed.map((pair) => `  ${pair.from} → ${pair.to}  ${paint.dim(titles(from, to, pair))}${pair.remarks === null ? '' : `\n${paragraph(neutralise(pair.remarks), '      ')}`}`).join('\n')
  const reasoned = disagreements.filter(({ remarks }) => remarks !== null)
  const open = disagreements.filter(({ remarks }) => remarks === null)
  return [
    `${paint.bold(`${nameOfEdition(from.framework)}  →  ${nameOfEdition(to.framework)}`)}\n${neutralise(published.publisher)}, retrieved ${published.source.retrieved}${published.source.url ? `, ${published.source.url}` : ''}\n${paragraph(neutralise(published.trust))}`,
    lines.map((line) => `  ${line}`).join('\n'),
    ...(published.excess === undefined ? [] : [paragraph(`Why more is derived: ${neutralise(published.excess)}`)]),
    ...(reasoned.length > 0 ? [`${paint.bold('Not derived, with a reason')}\n${told(reasoned)}`] : []),
    ...(open.length > 0 ? [`${paint.bold('Not derived, without a reason')}\n${told(open)}`] : []),
    ...(outOfScope.length > 0 ? [`${paint.bold('Out of scope: an end is outside our catalog')}\n${told(outOfScope)}`] : []),
  ].join('\n\n')
}

const titles = (from: FrameworkEntry, to: FrameworkEntry, pair: { readonly from: string; readonly to: string }): string =>
  neutralise(`${from.elements.get(pair.from)?.title ?? ''} → ${to.elements.get(pair.to)?.title ?? ''}`)

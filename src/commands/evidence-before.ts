import type { Host } from '../host/host.js'
import { filesOf, type Artifacts } from '../model/application.js'
import { staysInside } from '../model/stays-inside.js'
import { readFile } from '../read/read-file.js'
import type { Evidence, EvidenceFile } from '../schema/types.js'
import { compareDiagnostics } from '../source/diagnostic.js'
import { partsOf } from '../source/source.js'
import { collectMetrics, statedFigures } from './collect-metrics.js'
import type { EvidenceRead, EvidenceRequest } from './read-evidence.js'
import { isIgnored } from './is-ignored.js'

/** The evidence of an inventory entry as it stood, where it is known what stands there now: only files that changed since are read. */
export async function readEvidenceBefore(then: Host, { root, folder, ignore }: EvidenceRequest, now: EvidenceRead, changed: ReadonlySet<string>): Promise<EvidenceRead> {
  const base = `applications/${folder}`
  const names = ((await then.list(`${root}/${base}/evidence`, 0)) ?? []).filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
  const paths = names.map((name) => `${base}/evidence/${name}`).filter((path) => !isIgnored({ ignore }, path))
  const known = new Map(now.sources.map((source) => [source.file, source]))
  const wrongNow = new Map(now.diagnostics.map((diagnostic) => [diagnostic.place.file, now.diagnostics.filter(({ place }) => place.file === diagnostic.place.file)]))
  const isKnown = (path: string): boolean => !changed.has(path) && (known.has(path) || wrongNow.has(path))
  const texts = await then.readTexts(root, paths.filter((path) => !isKnown(path)))
  const checked = paths.map((path) => {
    if (isKnown(path)) return { source: known.get(path), diagnostics: wrongNow.get(path) ?? [] }
    const { value, diagnostics } = readFile(path, texts.get(path) ?? { refused: 'absent' }, 'evidence')
    return { source: value && partsOf(value.source), diagnostics }
  })
  const sources = checked.flatMap(({ source }) => (source ? [source] : []))
  const diagnostics = checked.flatMap((file) => file.diagnostics).sort(compareDiagnostics)
  if (diagnostics.length > 0) return { sources, diagnostics }
  const itemsOf = (read: EvidenceRead['sources']): readonly Evidence[] => read.flatMap(({ value }) => (value as EvidenceFile).evidence ?? []) // its shape was found right
  return { sources, diagnostics, artifacts: await artifactsBefore(then, `${root}/${base}`, itemsOf(sources), now.artifacts && { ...now.artifacts, items: itemsOf(now.sources) }, (path) => changed.has(`${base}/${path}`)) }
}

type Known = Artifacts & { readonly items: readonly Evidence[] }

async function artifactsBefore(then: Host, folder: string, items: readonly Evidence[], now: Known | undefined, isChanged: (path: string) => boolean): Promise<Artifacts> {
  const paths = [...new Set(items.flatMap((item) => filesOf(item).map(({ path }) => path)))].filter(staysInside)
  const isKnown = (path: string): boolean => now?.states.has(path) === true && !isChanged(path)
  const read = await then.digests(folder, paths.filter((path) => !isKnown(path)))
  const states = new Map(paths.flatMap((path) => { const state = isKnown(path) ? now?.states.get(path) : read.get(path); return state ? [[path, state] as const] : [] }))
  const before = new Map(now?.items.map((item) => [item.id, JSON.stringify(figuresOf(item))]))
  const [same, other] = [new Set<string>(), new Set<Evidence>()]
  for (const item of items) {
    if (item.path !== undefined && isKnown(item.path) && before.get(item.id) === JSON.stringify(figuresOf(item))) same.add(item.id)
    else other.add(item)
  }
  const collected = await collectMetrics(then, folder, statedFigures([...other]))
  return { states, collected: new Map([...[...(now?.collected ?? [])].filter(([id]) => same.has(id)), ...collected]) }
}

const figuresOf = ({ path, source, metrics }: Evidence): unknown => [path, source, metrics]

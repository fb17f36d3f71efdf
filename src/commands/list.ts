import type { Host } from '../host/host.js'
import { factsOf } from '../model/facts.js'
import type { FrameworkEntry } from '../model/library.js'
import { rules } from '../rules/index.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { chosenFrameworks, stopAtLibrary } from './gap.js'
import { LISTED } from './listed.js'
import { asOfFor, oneOf, workspaceFor, type GlobalOptions } from './options.js'
import { paintFor } from './terminal.js'
import { textTable, type Column } from './text-table.js'
import { TOOL } from './tool.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

type ListedKind = (typeof LISTED)[number]

export type ListOptions = GlobalOptions & { readonly framework?: string; readonly largest?: string; readonly within?: string; readonly application?: readonly string[]; readonly format?: string }

type Entry = Readonly<Record<string, unknown>> & { readonly id: string; readonly title: string }

/** `muster list <kind>`: everything by name. */
export async function list(host: Host, kind: string, options: ListOptions): Promise<ExitCode> {
  const listed = oneOf(kind, LISTED, 'what to list')
  if (listed === 'evidence') return (await import('./list-evidence.js')).listEvidence(host, options)
  if (options.within !== undefined) throw new UsageError('`--within` is for `muster list evidence`.', 'Leave it out.')
  const format = oneOf(options.format ?? 'text', ['text', 'json'] as const, '--format')
  if (listed === 'elements' && options.framework === undefined) throw new UsageError('`muster list elements` needs a framework.', 'Add `--framework <id>`; `muster list frameworks` shows all.')
  if (listed === 'rules') return print(host, listed, ruleEntries(), format, options)
  if (listed === 'documents' || listed === 'sections') {
    const { documentEntries, sectionEntries } = await import('./list-documents.js')
    return print(host, listed, listed === 'documents' ? documentEntries() : sectionEntries(), format, options)
  }
  const workspace = await workspaceFor(host, options)
  if (workspace.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return stopAtLibrary(host, workspace, options)
  if (listed === 'mappings') return listMappings(host, workspace, format, options)
  return print(host, listed, entriesOf(listed, workspace, host, options), format, options)
}

async function listMappings(host: Host, workspace: Workspace, format: 'text' | 'json', options: ListOptions): Promise<ExitCode> {
  const { mappingsJson, mappingsText } = await import('./list-mappings.js')
  const most = Number(options.largest ?? '10')
  if (!Number.isInteger(most) || most < 0 || most > 1000) throw new UsageError(`\`${options.largest}\` is not a value of --largest.`, 'Write a whole number, like `--largest 10`.')
  const frameworks = options.framework === undefined ? [...workspace.library.frameworks.values()] : chosenFrameworks(workspace, options.framework)
  if (format === 'json') await host.out.write(`${JSON.stringify({ 'schema-version': SCHEMA_VERSION, tool: { name: TOOL.name, version: TOOL.version }, command: 'list', ...mappingsJson(frameworks, most) }, null, 2)}\n`)
  else await host.out.write(frameworks.length === 0 ? 'There is none.\n' : mappingsText(frameworks, most, paintFor(host, options.color ?? 'auto')))
  return EXIT.done
}

function entriesOf(kind: Exclude<ListedKind, 'documents' | 'evidence' | 'mappings' | 'rules' | 'sections'>, workspace: Workspace, host: Host, options: ListOptions): readonly Entry[] {
  const { library } = workspace
  switch (kind) {
    case 'frameworks': return [...library.frameworks.values()].map(({ framework }) => ({ id: framework.id, title: framework.title, edition: framework.edition, status: framework.status, kind: framework.kind, published: framework.published, publisher: framework.publisher, counts: framework.counts }))
    case 'elements': return chosenFrameworks(workspace, options.framework).flatMap(elementEntries)
    case 'controls': return [...library.controls.values()].map(({ control, group, changes = [], leftOut }) => ({ id: control.id, title: control.title, version: control.version, status: control.status, scope: control.scope, severity: control.severity, group, effective: control.effective, ...(changes.length > 0 && { tailored: leftOut ? 'left-out' : changes.some((change) => change.loosens) ? 'loosened' : 'tightened' }) }))
    case 'evidence-types': return [...library.evidenceTypes.values()].map((type) => ({ id: type.id, title: type.title, 'media-types': type['media-types'], metrics: (type.metrics ?? []).map((metric) => metric.id), tools: type.tools ?? [] }))
    case 'characteristics': return [...library.characteristics].map(([id, { title, question }]) => ({ id, title, question }))
    case 'applications': return [...workspace.inventory.values()].map(({ id, kind: entryKind, read }) => {
      const doc = read()
      const facts = factsOf(library.catalog, doc.data, library.people, asOfFor(host, options))
      return { id, title: doc.data.title, kind: entryKind, lifecycle: doc.data.lifecycle ?? null, 'risk-tier': facts.tier ?? null, 'facts-review': facts.review.state, owner: doc.data.owner.accountable }
    })
  }
}

const elementEntries = ({ elements }: FrameworkEntry): readonly Entry[] =>
  [...elements.values()].map(({ path: _path, ...element }) => ({ ...element, parent: element.parent ?? null }))

const ruleEntries = (): readonly Entry[] => rules.map(({ code, kind, severity, summary, since }) => ({ id: code, title: summary, kind, severity, since }))

const COLUMNS: Readonly<Record<Exclude<ListedKind, 'evidence' | 'mappings'>, readonly string[]>> = {
  'applications': ['id', 'kind', 'lifecycle', 'risk-tier', 'owner', 'title'],
  'characteristics': ['id', 'question'],
  'controls': ['id', 'version', 'status', 'scope', 'severity', 'tailored', 'group', 'title'],
  'documents': ['id', 'about', 'title'],
  'elements': ['id', 'kind', 'priority', 'title'],
  'evidence-types': ['id', 'metrics', 'title'],
  'frameworks': ['id', 'edition', 'status', 'kind', 'counts', 'title'],
  'rules': ['id', 'kind', 'severity', 'title'],
  'sections': ['id', 'kind', 'options', 'title'],
}

async function print(host: Host, kind: Exclude<ListedKind, 'evidence' | 'mappings'>, entries: readonly Entry[], format: 'text' | 'json', options: ListOptions): Promise<ExitCode> {
  if (format === 'json') await host.out.write(`${JSON.stringify({ 'schema-version': SCHEMA_VERSION, tool: { name: TOOL.name, version: TOOL.version }, command: 'list', [kind]: entries }, null, 2)}\n`)
  else {
    const keys = COLUMNS[kind].filter((key) => entries.some((entry) => entry[key] !== undefined && entry[key] !== null))
    const columns: readonly Column[] = keys.map((key) => ({ title: key }))
    await host.out.write(entries.length === 0 ? 'There is none.\n' : textTable(columns, entries.map((entry) => keys.map((key) => cell(entry[key]))), paintFor(host, options.color ?? 'auto').bold))
  }
  return EXIT.done
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object') return Object.entries(value).map(([key, held]) => (typeof held === 'number' ? `${held} ${key}` : optionInWords(key, held))).join(', ')
  return String(value)
}

const SHOWN = 4

// An option of a section with the values that it takes, as a template writes it.
function optionInWords(key: string, held: unknown): string {
  const values = typeof held === 'object' && held !== null && 'values' in held ? held.values : undefined
  return `${key}=${Array.isArray(values) ? (values.length > SHOWN ? [...values.slice(0, SHOWN - 1), '…'] : values).join('|') : `<${String(values)}>`}`
}

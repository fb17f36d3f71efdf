import { composeDocument } from '../document/compose-document.js'
import type { AssessedApplication, DocumentContext, UnassessedApplication } from '../document/context.js'
import { documents, type DocumentInfo } from '../document/documents.js'
import { formats } from '../document/printers.js'
import { sections } from '../document/sections/index.js'
import { hasSlot } from '../document/template.js'
import { LANGUAGES, textsIn, type Language } from '../document/texts/index.js'
import type { Host } from '../host/host.js'
import { text as textReporter } from '../reporters/text.js'
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.js'
import { counted, listInWords } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { checkedOut } from './checked-out.js'
import { assessPortfolio, type Outcome } from './assess-portfolio.js'
import { closedQuarters, type ClosedQuarters } from './closed-quarters.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { filedDays, filedOf, type FiledDays } from './filed-days.js'
import { formatFile } from './format-file.js'
import { once, reportContext, writeToFile } from './formats.js'
import { stopAtLibrary } from './gap.js'
import { asOfFor, oneOf, selectedEntries, workspaceFor, type GlobalOptions } from './options.js'
import { printDocument, type ChosenFormat } from './print-document.js'
import { showProgress } from './progress.js'
import { frameworksOf, toAssessed, toUnassessed } from './report-context.js'
import { templateFor } from './report-template.js'
import { TOOL } from './tool.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

export type ReportOptions = GlobalOptions & { readonly format?: readonly string[]; readonly output?: string; readonly template?: string; readonly language?: string; readonly each?: boolean; readonly class?: string }

/** `muster report <document> [application…]`: documents for people. */
export async function report(host: Host, name: string, ids: readonly string[], options: ReportOptions): Promise<ExitCode> {
  const document = documentNamed(name)
  const chosen = chosenFormats(host, options)
  const language = oneOf(options.language ?? 'en', LANGUAGES, '--language')
  const single = ids.length > 0 || options.each === true || document.about === 'application'
  refuseWhatCannotBe(document, ids, options, chosen, single)
  const workspace = await workspaceFor(host, options, ids.length > 0 ? ids : undefined)
  if (workspace.diagnostics.some(({ severity }) => severity === 'error')) return stopAtLibrary(host, workspace, options)
  const only = selectedEntries(workspace, ids)
  const template = await templateFor(host, options, document, language, !single)
  const base = await baseOf(host, workspace, options, document, language)
  const quarters = hasSlot(template, ['changes', 'trend']) ? await closedQuarters(host, workspace, base.asOf) : undefined
  const filed = hasSlot(template, ['evidence-register', 'binder-contents']) ? await filedDays(host, workspace.root, ids.length === 1 ? ids[0] : undefined) : undefined
  const job: Job = { host, workspace, options, document, chosen, language, template, frameworks: frameworksOf(document, workspace.library), base: { ...base, ...(quarters?.previous && { previous: quarters.previous }), ...(quarters && { quarterFaults: quarters.faults }) }, ...(quarters && { quarters }), ...(filed && { filed }), written: [] }
  return single ? reportEach(job, only) : reportPortfolio(job)
}

function documentNamed(name: string): DocumentInfo {
  const found = documents.find(({ id }) => id === name)
  if (found === undefined) throw new UsageError(`There is no document \`${name}\`.`, suggestHint(name, documents.map(({ id }) => id), `Use one of ${documents.map(({ id }) => id).join(', ')}.`))
  return found
}

function chosenFormats(host: Host, options: ReportOptions): readonly ChosenFormat[] {
  const words = (options.format ?? ['md']).flatMap((word) => splitFormats(word)).map((word) => formatFile(host, options, word, formats.map(({ id }) => id)))
  return formats.flatMap((format) => {
    const asked = words.filter((word) => word.format === format.id)
    const file = asked.find((word) => word.file !== undefined)?.file
    if (new Set(asked.map((word) => word.file)).size > 1) throw new UsageError(`\`--format ${format.id}\` is there more than once.`, 'Name one place for each format.')
    return asked.length === 0 ? [] : [{ format, ...(file !== undefined && { file }) }]
  })
}

// A comma stands between formats, and may stand in the name of a file: there only one in front of a format divides.
const splitFormats = (word: string): readonly string[] => (word.includes('=') ? word.split(new RegExp(`,(?=(?:${formats.map(({ id }) => id).join('|')})(?:=|,|$))`)) : word.split(',').map((one) => one.trim()))

function refuseWhatCannotBe(document: DocumentInfo, ids: readonly string[], options: ReportOptions, chosen: readonly ChosenFormat[], single: boolean): void {
  if (document.about === 'portfolio' && single) throw new UsageError(`The document \`${document.id}\` is about the portfolio and not about single applications.`, `Run \`muster report ${document.id}\` without an application.`)
  if (ids.length > 0 && options.each === true) throw new UsageError('`--each` stands for every entry, and applications are named as well.', 'Leave out one of them.')
  if (options.class !== undefined && document.id !== 'binder') throw new UsageError('`--class` is an option of `muster report binder`.', 'Leave it out.')
  const named = chosen.find(({ file }) => file !== undefined)
  if (named && document.id === 'binder') throw new UsageError('A binder is a folder.', 'Name where to put it, `--output reports`, and its formats without a file.')
  if (named && options.output !== undefined) throw new UsageError('A format has a file of its own, and `--output` names a folder.', 'Leave out one of them.')
  if (named && single && ids.length !== 1) throw new UsageError(`Several documents cannot go to one file.`, 'Name a folder, `--output reports`, or one application.')
  if (options.output !== undefined) return
  if (document.id === 'binder') throw new UsageError('A binder is a folder.', 'Name where to put it: `--output reports`.')
  const homeless = chosen.find(({ format, file }) => format.id !== 'md' && file === undefined)?.format
  if (homeless) throw new UsageError('Without `--output` only Markdown is printed.', `Name a folder, \`--output reports\`, or a file: \`--format ${homeless.id}=<file>\`.`)
  if (chosen.every(({ file }) => file !== undefined)) return
  if (single && ids.length !== 1) throw new UsageError('Several documents cannot go to the standard output.', 'Name a folder, `--output reports`, or one application.')
}

type Base = Pick<DocumentContext, 'document' | 'language' | 'texts' | 'library' | 'frameworks' | 'asOf' | 'tool' | 'revision' | 'previous' | 'quarterFaults'>

export type Job = {
  readonly host: Host
  readonly workspace: Workspace
  readonly options: ReportOptions
  readonly document: DocumentInfo
  readonly chosen: readonly ChosenFormat[]
  readonly language: Language
  readonly template: Awaited<ReturnType<typeof templateFor>>
  readonly frameworks: Base['frameworks']
  readonly base: Base
  /** Only where the template speaks of them. */
  readonly quarters?: ClosedQuarters
  /** Only where the template lists evidence, and git knows. */
  readonly filed?: FiledDays
  /** Names of the files that were written. */
  readonly written: string[]
}

async function baseOf(host: Host, { root, library }: Workspace, options: ReportOptions, document: DocumentInfo, language: Language): Promise<Base> {
  const revision = await checkedOut(host, root)
  return { document, language, texts: textsIn(language), library, frameworks: frameworksOf(document, library), asOf: asOfFor(host, options), tool: { name: TOOL.name, version: TOOL.version }, ...(revision && { revision }) }
}

// Each document is written as soon as its entry is assessed, and then forgotten.
async function reportEach(job: Job, only: ReadonlySet<string> | undefined): Promise<ExitCode> {
  const { host, workspace, document } = job
  const unassessed: UnassessedApplication[] = []
  const all = only?.size ?? workspace.inventory.size
  const progress = showProgress(host, all, 'documents')
  for await (const outcome of assessPortfolio(host, workspace, { asOf: job.base.asOf, gapSeverity: 'none', ...(only && { only }) })) {
    const subject = assessedIn(job, outcome)
    // Where no entry was named, an assessment of what AI does to people is one of applications and platforms.
    if (subject === undefined) unassessed.push(toUnassessed(outcome, job.frameworks, workspace.library))
    else if (only !== undefined || document.about !== 'application' || subject.application.kind !== 'organization') {
      const faults = await write(job, { ...job.base, ...trendOf(job, subject.id), subject, applications: [subject], unassessed: [] })
      if (faults.length > 0) return stopAtTemplate(job, faults)
    }
    await progress.step()
  }
  await progress.end()
  return conclude(job, unassessed)
}

async function reportPortfolio(job: Job): Promise<ExitCode> {
  const { host, workspace } = job
  const applications: AssessedApplication[] = []
  const unassessed: UnassessedApplication[] = []
  const progress = showProgress(host, workspace.inventory.size + workspace.entryDiagnostics.size, 'entries')
  for await (const outcome of assessPortfolio(host, workspace, { asOf: job.base.asOf, gapSeverity: 'none' })) {
    const assessed = assessedIn(job, outcome)
    if (assessed) applications.push(assessed)
    else unassessed.push(toUnassessed(outcome, job.frameworks, workspace.library))
    await progress.step()
  }
  await progress.end()
  const faults = await write(job, { ...job.base, ...trendOf(job), applications, unassessed })
  return faults.length > 0 ? stopAtTemplate(job, faults) : conclude(job, unassessed)
}

function assessedIn({ frameworks, workspace, quarters }: Job, outcome: Outcome): AssessedApplication | undefined {
  const assessed = toAssessed(outcome, frameworks, workspace.library)
  const changes = quarters?.changes(outcome)
  return assessed && { ...assessed, ...(changes && { changes }) }
}

const trendOf = ({ quarters }: Job, id?: string): Pick<DocumentContext, 'trend'> => (quarters ? { trend: quarters.trend(id) } : {})

async function write(job: Job, facts: DocumentContext): Promise<readonly Diagnostic[]> {
  const context = job.filed ? { ...facts, filed: new Map(facts.applications.flatMap((entry) => filedOf(job.filed, entry))) } : facts
  if (job.document.id === 'binder') return (await import('./report-binder.js')).writeBinder(job, context)
  const { value: tree, diagnostics } = composeDocument(job.template, sections, context)
  if (tree === undefined) return diagnostics
  const { host, options, chosen } = job
  for (const { path, name, bytes } of await printDocument(host, options, chosen, tree)) {
    if (path === undefined) await host.out.write(String(bytes))
    else {
      await writeToFile(host, path, once(bytes))
      job.written.push(name)
    }
  }
  return []
}

const NAMED = 6

export async function stopAtTemplate({ host, options, workspace }: Job, faults: readonly Diagnostic[]): Promise<ExitCode> {
  await host.err.write(textReporter.render([...faults].sort(compareDiagnostics), reportContext(host, options, workspace, 'report', { reporter: textReporter })))
  await host.err.write('Nothing was written: the template is wrong.\n')
  return EXIT.wrongInput
}

export async function conclude({ host, options, workspace, written, quarters }: Job, unassessed: readonly UnassessedApplication[]): Promise<ExitCode> {
  if (written.length > 0) await host.err.write(`Wrote ${written.length > NAMED ? counted(written.length, 'file') : listInWords(written, 'and')}${options.output === undefined ? '' : ` to ${options.output}`}.\n`)
  for (const problem of quarters?.problems ?? []) await host.err.write(`${problem}\n`)
  if (unassessed.length === 0) return quarters !== undefined && quarters.problems.length > 0 ? EXIT.wrongInput : EXIT.done
  await host.err.write(textReporter.render(unassessed.flatMap(({ diagnostics }) => diagnostics).sort(compareDiagnostics), reportContext(host, options, workspace, 'report', { reporter: textReporter })))
  await host.err.write(`Not assessed, because its files are wrong: ${unassessed.map(({ id }) => id).join(', ')}. The others are complete.\n`)
  return EXIT.wrongInput
}

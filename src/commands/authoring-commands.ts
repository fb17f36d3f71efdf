import type { Command } from 'commander'
import type { Host } from '../host/host.js'
import { EXIT_HELP, type ExitCode } from './exit-code.js'
import type { GlobalOptions } from './options.js'

/** Options by which commands are told the day. */
type Done = (code: ExitCode) => void

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]
const DRY_RUN = ['--dry-run', 'show what would be written, and write nothing'] as const
const AS_OF = ['--as-of <date>', 'as of this day; default today in UTC'] as const
const options = <T extends GlobalOptions>(command: Command): T => command.optsWithGlobals()

/** Adds the commands that write files: they begin, extend and review what stands in a repository. */
export function addAuthoringCommands(program: Command, host: Host, done: Done): void {
  const add = (parent: Command, usage: string, summary: string, examples: readonly string[]): Command =>
    parent.command(usage).description(summary).addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}\n${EXIT_HELP}`)

  add(program, 'init [dir]', 'a new governance repository that works at once; asks on a terminal, never overwrites', ['muster init', 'muster init governance --title "Acme" --application "Support assistant" --grc-team @acme/grc --team @acme/support'])
    .option('--title <name>', 'name of the organization')
    .option('--organization <id>', 'id of its own entry; default from its name')
    .option('--application <name>', 'the first application, by name or id')
    .option('--purpose <text>', 'what it does and for whom')
    .option('--me <person>', 'who you are of the people in muster.yaml: your git e-mail address goes there')
    .option('--grc-team <team>', 'team of the risk function for CODEOWNERS, as in @acme/grc')
    .option('--team <team>', 'team of the application for CODEOWNERS')
    .action(async (dir: string | undefined, _options, command: Command) => done(await (await import('./init.js')).init(host, dir, options(command))))
  addEvidence(add(program, 'evidence', 'file evidence, and keep its digests true', ['muster evidence add support-assistant TST-03 --file garak.report.jsonl', 'muster evidence refresh']), add, host, done)
  addReview(add(program, 'review', 'accept or return what stands there, never your own; or read a mapping', ['muster review accept support-assistant facts', 'muster review return support-assistant TST-03 --remarks "…"']), add, host, done)
  addNew(add(program, 'new', 'begin an application, evidence, an exception, a control or plans', ['muster new application', 'muster new evidence support-assistant']), add, host, done)
}

function addEvidence(parent: Command, add: Add, host: Host, done: Done): void {
  add(parent, 'add <application> <control>', 'file a report as evidence, and list it under the answer', ['muster evidence add support-assistant TST-03 --file garak.report.jsonl', 'muster evidence add support-assistant IAM-01 --file access.csv --type access-review --collected 2026-09-16 --metric removals-open=0'])
    .option('--file <file>', 'the file; copied to artifacts/ unless it is in the application\'s folder')
    .option('--type <type>', 'evidence type; default the one that the control asks for')
    .option('--collected <date>', 'the day it stands for; default what the file says')
    .option('--component <id>', 'the component that it is about')
    .option('--component-version <version>', 'default the version that the component is at')
    .option('--metric <id=value>', 'a figure that muster does not read in the file; may be repeated', collect)
    .option('--tool <tool>', 'what produced it')
    .option('--tool-version <version>', 'its version')
    .option('--id <id>', 'default from the type and the day')
    .option('--title <text>', 'what it is, where the type does not say enough')
    .option('--from <date>', 'first day of the time that it looks back on')
    .option('--to <date>', 'last day of that time')
    .option('--expires <date>', 'last day on which it holds by its own terms')
    .option('--name <name>', 'name of the copy in artifacts/')
    .option('--url <address>', 'it is held there and not copied; --file gives the digest')
    .option('--held-by <text>', 'who holds it, for --url')
    .option('--classification <class>', 'public, internal, confidential or restricted')
    .option('--population <number>', 'for a sample: entries that it was drawn from')
    .option('--drawn-from <text>', 'for a sample: system or list')
    .option('--drawn-on <date>', 'for a sample: when; default the day it stands for')
    .option('--sample <number>', 'for a sample: entries looked at')
    .option('--sampling <method>', 'for a sample: random, systematic, judgemental or all')
    .option('--deviations <number>', 'for a sample: entries that were not as they should be')
    .option('--submitted-by <person>', 'who files it; default by your git e-mail address')
    .option('--remarks <text>', 'anything a reader should know')
    .option('--status <status>', 'status of the answer; default implemented for a new one, and as it is for another')
    .option(...DRY_RUN)
    .option(...AS_OF)
    .action(async (id: string, control: string, _options, command: Command) => done(await (await import('./evidence-add.js')).evidenceAdd(host, id, control, options(command))))
  add(parent, 'refresh [application...]', 'write digests and figures as the files are now, and say which reviews that ends', ['muster evidence refresh', 'muster evidence refresh support-assistant --dry-run'])
    .option(...DRY_RUN)
    .action(async (ids: string[], _options, command: Command) => done(await (await import('./evidence-refresh.js')).evidenceRefresh(host, ids, options(command))))
  add(parent, 'migrate [application...]', 'move answers, plans and exceptions to the controls that took the place of those they name', ['muster evidence migrate --dry-run', 'muster evidence migrate support-assistant'])
    .option(...DRY_RUN)
    .option(...AS_OF)
    .action(async (ids: string[], _options, command: Command) => done(await (await import('./evidence-migrate.js')).evidenceMigrate(host, ids, options(command))))
}

function addReview(parent: Command, add: Add, host: Host, done: Done): void {
  const one = (verb: 'accept' | 'return', summary: string, examples: readonly string[]): void => {
    add(parent, `${verb} <application> <subject>`, summary, examples)
      .option('--by <person>', 'who decides; default by your git e-mail address')
      .option('--remarks <text>', verb === 'return' ? 'what is to be done' : 'what is to be remembered')
      .option('--expires <date>', 'last day on which the decision holds')
      .option(...DRY_RUN)
      .action(async (id: string, subject: string, _options, command: Command) => done(await (await import('./review.js')).review(host, verb === 'accept' ? 'accepted' : 'returned', id, subject, options(command))))
  }
  one('accept', 'accept exactly what stands there: an item of evidence, an answered control, or `facts`', ['muster review accept support-assistant red-team-result-2026-09-10', 'muster review accept support-assistant facts --by grc-lead'])
  one('return', 'return it for more work', ['muster review return support-assistant red-team-result-2026-09-10 --remarks "Only one of two models was tried."', 'muster review return support-assistant MON-04 --remarks "Say why." --by grc-lead'])
  add(parent, 'mapping <framework> <element>', 'record that a person read an element and the controls mapped to it', ['muster review mapping nist-csf-2.0 ID.AM-07 --by grc-lead', 'muster review mapping sail-2.0 "SAIL 1.1" --controls GOV-01 --by grc-lead --decision disputed --remarks "…"'])
    .option('--controls <ids>', 'the row of this set, as in INV-01,INV-02; default every row of the element')
    .option('--by <person>', 'who read it: a person of muster.yaml, not who wrote it')
    .option('--on <date>', 'when; default today in UTC')
    .option('--decision <decision>', 'confirmed or disputed', 'confirmed')
    .option('--remarks <text>', 'what the person found; needed for a dispute')
    .action(async (framework: string, element: string, _options, command: Command) => done(await (await import('./review-mapping.js')).reviewMapping(host, framework, element, options(command))))
}

type Add = (parent: Command, usage: string, summary: string, examples: readonly string[]) => Command

function addNew(parent: Command, add: Add, host: Host, done: Done): void {
  add(parent, 'application [id]', 'an inventory entry with every question of the catalog in it', ['muster new application', 'muster new application fraud-scoring --owner fraud-owner --lifecycle production --fact uses-llm=false'])
    .option('--kind <kind>', 'application, platform or organization', 'application')
    .option('--title <name>', 'name; default from the id')
    .option('--purpose <text>', 'what it does and for whom')
    .option('--owner <person>', 'who is accountable')
    .option('--technical <person>', 'who knows how it works')
    .option('--lifecycle <state>', 'idea, development, pilot, production or retired')
    .option('--since <date>', 'the day from which its controls are asked; default today')
    .option('--fact <id=value>', 'a characteristic, true or false; may be repeated', collect)
    .option('--factor <id=level>', 'a risk factor; may be repeated', collect)
    .option('--inherits <platform>', 'a platform that it relies on; may be repeated', collect)
    .action(async (id: string | undefined, _options, command: Command) => done(await (await import('./new-application.js')).newApplication(host, id, options(command))))
  add(parent, 'evidence <application>', 'a file for each group of controls that apply, in which everything is asked and nothing claimed', ['muster new evidence support-assistant', 'muster new evidence acme --as-of 2026-09-30'])
    .option('--as-of <date>', 'the controls that apply on this day; default today in UTC')
    .action(async (id: string, _options, command: Command) => done(await (await import('./new-evidence.js')).newEvidence(host, id, options(command))))
  add(parent, 'exception <application> <control>', 'an approved, expiring acceptance of a gap', ['muster new exception support-assistant MON-04', 'muster new exception support-assistant MON-04 --reason "No signal before November." --residual-risk moderate --expires 2026-12-31 --approved-by risk-owner'])
    .option('--id <id>', 'default from the control and the day')
    .option('--reason <text>', 'why it cannot be satisfied now')
    .option('--residual-risk <severity>', 'low, moderate, high or critical')
    .option('--expires <date>', 'last day on which it holds')
    .option('--compensating <control>', 'a control that carries the risk meanwhile; may be repeated', collect)
    .option('--requested-by <person>', 'who asks for it; default by your git e-mail address')
    .option('--approved-by <person>', 'who accepted the risk, by the table in muster.yaml; never who asks')
    .option('--approved-on <date>', 'the day of the approval; default today')
    .option(...DRY_RUN)
    .action(async (id: string, control: string, _options, command: Command) => done(await (await import('./new-exception.js')).newException(host, id, control, options(command))))
  add(parent, 'control [id]', 'a control of your own, in draft', ['muster new control', 'muster new control ACME-01 --group testing --title "…" --statement "…" --risk "…" --severity high --type red-team-result'])
    .option('--group <group>', 'folder below controls/')
    .option('--title <text>', 'name')
    .option('--statement <text>', 'what must be true')
    .option('--risk <text>', 'the consequence of its absence')
    .option('--severity <severity>', 'low, moderate, high or critical')
    .option('--scope <scope>', 'application or organization', 'application')
    .option('--type <type>', 'the evidence type that shows it')
    .action(async (id: string | undefined, _options, command: Command) => done(await (await import('./new-control.js')).newControl(host, id, options(command))))
  add(parent, 'poam <application> [control...]', 'a dated, owned item for each gap, which a person finishes', ['muster new poam support-assistant --from-gaps', 'muster new poam support-assistant TST-03 --owner support-lead'])
    .option('--from-gaps', 'for every open gap that has no plan')
    .option('--owner <person>', 'who does it; default the technical owner')
    .option(...DRY_RUN)
    .action(async (id: string, controls: string[], _options, command: Command) => done(await (await import('./new-poam.js')).newPoam(host, id, controls, options(command))))
}

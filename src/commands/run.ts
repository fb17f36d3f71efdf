import { Command, CommanderError } from 'commander'
import type { Host } from '../host/host.js'
import { addAuthoringCommands } from './authoring-commands.js'
import type { CompletionEntry } from './completion.js'
import { addImports } from './import-commands.js'
import { LISTED } from './listed.js'
import { EXIT, EXIT_HELP, type ExitCode } from './exit-code.js'
import type { GlobalOptions } from './options.js'
import type { RevisionOptions } from './revision-option.js'
import { TOOL } from './tool.js'
import { UsageError } from './usage-error.js'
import type { ValidateOptions } from './validate.js'

/** Runs one command line in one world, and says how it ended. Never throws. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done
  const program = createProgram(host, (code) => { exit = code })
  if (argv.length === 0) {
    await host.out.write(program.helpInformation())
    return EXIT.done
  }
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exit
  } catch (error) {
    return fail(error, host, argv.includes('--debug'))
  }
}

async function fail(error: unknown, host: Host, debug: boolean): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongInput
  if (error instanceof UsageError) {
    await host.err.write(`error: ${error.message}\nhint: ${error.hint}\n`)
    return EXIT.wrongInput
  }
  const fault = error instanceof Error ? error : new Error(String(error))
  await host.err.write(`fault: ${fault.message}\n${debug ? `${fault.stack}\n` : `hint: ${fault.cause === undefined ? 'Run it again with --debug to see where.' : 'Check the path and its permissions.'}\n`}`)
  return EXIT.fault
}

type Act = (code: ExitCode) => void

function createProgram(host: Host, done: Act): Command {
  const program = new Command('muster')
    .description('Governance as code for AI applications: versioned controls, dated evidence, honest gaps.')
    .version(`${TOOL.name} ${TOOL.version}`, '-V, --version')
    .option('-C <folder>', 'work in this folder')
    .option('--config <file>', 'use this muster.yaml instead of looking for it upward')
    .option('--color <when>', 'auto, always or never', 'auto')
    .option('--debug', 'show where a fault happened')
    .exitOverride()
    .configureOutput({ writeOut: (text) => void host.out.write(text), writeErr: (text) => void host.err.write(text) })
    .showSuggestionAfterError(true)
    .helpCommand(false)
  addCommands(program, host, done)
  program.addHelpText('after', `\nExamples:\n  muster init governance              a governance repository to begin with\n  muster gap                          where the portfolio stands\n  muster explain stale-evidence       what a rule means\n${EXIT_HELP}`)
  return program
}

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]
const AS_OF = ['--as-of <date>', 'assess as of this day, 2026-09-30; default today in UTC'] as const
const REVISION = ['--revision <revision>', 'read the files from git as they stood at this commit, tag or branch; its day is the day of the assessment'] as const
const JSON_FORMAT = ['--format <format>', 'text or json', 'text'] as const

function addCommands(program: Command, host: Host, done: Act): void {
  const add = (usage: string, summary: string, examples: readonly string[], below: Command = program): Command =>
    below.command(usage).description(summary).addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}\n${EXIT_HELP}`)
  const options = <T extends GlobalOptions>(command: Command): T => command.optsWithGlobals()
  // The files that a command reads are those of a revision, where one is named.
  const at = async <T extends RevisionOptions>(command: Command, act: (then: Host, asked: T) => Promise<ExitCode>): Promise<void> => {
    const asked = options<T>(command)
    done(asked.revision === undefined ? await act(host, asked) : await (await import('./revision-option.js')).atRevision(host, asked, act))
  }

  add('validate [paths...]', 'check files, and say on which line they are wrong', ['muster validate', 'muster validate applications/assistant --format github'])
    .option('--format <format>', 'text, json, github, gitlab, sarif, junit or markdown; with =<file> written there; may be repeated', collect)
    .option('--fail-on <severity>', 'error, warning or note: end with 1 from this severity on', 'error')
    .option('--changed-since <revision>', 'only what changed since this branch left it, and of that only what is new')
    .option('--stdin-filename <path>', 'with the path `-`: the file that the standard input stands for')
    .option('--watch', 'check again after every save, until you interrupt')
    .option(...AS_OF)
    .action(async (paths: string[], _options, command: Command) => {
      const asked = options<ValidateOptions>(command)
      const begun = asked.changedSince === undefined ? undefined : (await import('./change.js')).beginChange(host, asked, asked.changedSince)
      done(await (await import('./validate.js')).validate(host, paths, asked, begun))
    })
  add('gap [application...]', 'what applies and is not satisfied', ['muster gap', 'muster gap assistant --fail-on high --format sarif=gaps.sarif'])
    .option('--format <format>', 'text, json, github, gitlab, sarif, junit or markdown; with =<file> written there; may be repeated', collect)
    .option('--fail-on <severity>', 'critical, high, moderate, low or never: end with 1 from an open gap of this severity on', 'low')
    .option('--framework <id>', 'report coverage of this framework only')
    .option('--against <revision>', 'what stands otherwise than at this commit, branch or closed quarter; only what got worse ends it with 1')
    .option(...AS_OF)
    .option(...REVISION)
    .action((ids: string[], _options, command: Command) => at(command, async (then, asked) => (await import('./gap.js')).gap(then, ids, asked)))
  add('report <document> [entry...]', 'documents for people: a gap report, a statement of applicability, profiles, registers', ['muster report gap', 'muster report gap assistant --format md,html,docx --output reports', 'muster report soa --format html --output reports --language de'])
    .option('--format <formats>', 'md, html, docx or xlsx, or several: md,docx; xlsx=<file> for one document; may be repeated', collect)
    .option('--output <folder>', 'write <document>[-<application>].<format> there; without it one Markdown document is printed')
    .option('--each', 'one document for each inventory entry instead of one for the portfolio')
    .option('--template <file>', 'your own template instead of the one that comes with muster')
    .option('--language <language>', 'en or de', 'en')
    .option('--class <class>', 'for a binder: the highest class of evidence that goes in; default the highest that git may hold')
    .option(...AS_OF)
    .action(async (document: string, ids: string[], _options, command: Command) => done(await (await import('./report.js')).report(host, document, ids, options(command))))
  add('coverage [framework]', 'how the catalog, an application or the portfolio covers a framework', ['muster coverage', 'muster coverage nist-csf-2.0 --application assistant'])
    .option('--application <id>', 'standing and state for this application')
    .option('--portfolio', 'count states over all applications')
    .option(...JSON_FORMAT)
    .option(...AS_OF)
    .option(...REVISION)
    .action((framework: string | undefined, _options, command: Command) => at(command, async (then, asked) => (await import('./coverage.js')).coverage(then, framework, asked)))
  add('crosswalk [from] [to]', 'how the elements of two frameworks relate, as our mappings show', ['muster crosswalk sail-2.0 iso-42001-2023', 'muster crosswalk --published'])
    .option('--published', 'how that agrees with the crosswalks that others published')
    .option(...JSON_FORMAT)
    .action(async (from: string | undefined, to: string | undefined, _options, command: Command) => done(await (await import('./crosswalk.js')).crosswalk(host, from, to, options(command))))
  add('compare <from> [to]', 'what changed in the catalog since a revision; or two editions of a framework', ['muster compare v1.4.0', 'muster compare main --bump --dry-run', 'muster compare v1.4.0 --changelog >> CHANGELOG.md', 'muster compare owasp-llm-2025 owasp-llm-2026'])
    .option('--format <format>', 'text, json, github, gitlab, sarif, junit or markdown; with =<file> written there; may be repeated; of two editions text or json', collect)
    .option('--fail-on <severity>', 'error, warning or note: end with 1 from this severity on', 'error')
    .option('--changelog', 'a draft of the changelog instead: controls, frameworks, tool')
    .option('--bump', 'give controls and the catalog the versions that their changes need')
    .option('--effective <date>', 'with --bump: first day of new major versions')
    .option('--dry-run', 'with --bump: show what would be edited, and write nothing')
    .option('--application <id>', 'of two editions: state of each element for this application; default totals for each entry')
    .option(...AS_OF)
    .option(...REVISION)
    .action((from: string, to: string | undefined, _options, command: Command) => at(command, async (then, asked) => (await import('./compare.js')).compare(then, from, to, asked)))
  add('list <kind>', 'applications, characteristics, controls, documents, elements, evidence, evidence-types, frameworks, mappings, rules or sections', ['muster list controls', 'muster list evidence --within 30d --format ics=due.ics'])
    .option('--framework <id>', 'for elements and mappings: whose')
    .option('--largest <number>', 'for mappings: how many of the controls that relate to the most elements; default 10')
    .option('--within <time>', 'for evidence: what expires within 30d, 6w, 3m or 1y, or did already')
    .option('--application <id>', 'for evidence: whose; may be repeated', collect)
    .option('--format <format>', 'text or json; for evidence also ics; with =<file> written there', 'text')
    .option(...AS_OF)
    .option(...REVISION)
    .action((kind: string, _options, command: Command) => at(command, async (then, asked) => (await import('./list.js')).list(then, kind, asked)))
  add('explain <identifier>', 'what a rule, control, element, framework, application or item of evidence is', ['muster explain stale-evidence', 'muster explain nist-csf-2.0:PR.DS-01'])
    .option(...JSON_FORMAT)
    .option(...AS_OF)
    .option(...REVISION)
    .action((identifier: string, _options, command: Command) => at(command, async (then, asked) => (await import('./explain.js')).explain(then, identifier, asked)))
  addQuarters(add, program, host, done, options)
  addImports(program, host, done)
  addAuthoringCommands(program, host, done)
  add('completion <shell>', 'a script that completes commands: bash, zsh or fish', ['source <(muster completion bash)', 'muster completion fish > ~/.config/fish/completions/muster.fish'])
    .action(async (shell: string) => done(await (await import('./completion.js')).completion(host, shell, completionEntries(program))))
}

type Add = (usage: string, summary: string, examples: readonly string[], below?: Command) => Command

function addQuarters(add: Add, program: Command, host: Host, done: Act, options: <T extends GlobalOptions>(command: Command) => T): void {
  const quarter = program.command('quarter').description('close quarters, and show how things change from one to the next').helpCommand(false)
  const BY = ['--by <person>', 'who closes it, of the people in muster.yaml; default the one with the address that git knows'] as const
  const DRY = ['--dry-run', 'assess and say what is still open, and write nothing'] as const
  add('close <quarter>', 'freeze every assessment as of the last day of a quarter', ['muster quarter close 2026-Q3 --by grc-lead', 'muster quarter close 2026-Q3 --dry-run'], quarter)
    .option(...BY)
    .option('--cutoff <date>', 'last day whose reviews count; default today, at most 30 days after the quarter')
    .option(...DRY)
    .option(...JSON_FORMAT)
    .action(async (name: string, _options, command: Command) => done(await (await import('./quarter-close.js')).quarterClose(host, name, options(command))))
  add('list', 'the closed quarters in the order of their chain', ['muster quarter list', 'muster quarter list --format json'], quarter)
    .option(...JSON_FORMAT)
    .action(async (_options, command: Command) => done(await (await import('./quarter-list.js')).quarterList(host, options(command))))
  add('verify [quarter]', 'whether closed quarters are what was closed, and come out the same again; default the latest', ['muster quarter verify --all', 'muster quarter verify 2026-Q3 --repository ../archive.bundle'], quarter)
    .option('--all', 'every record')
    .option('--repository <path>', 'a clone or a git bundle that holds the revisions; default this repository and the bundles in quarters/')
    .option(...JSON_FORMAT)
    .action(async (name: string | undefined, _options, command: Command) => done(await (await import('./quarter-verify.js')).quarterVerify(host, name, options(command))))
  add('trend [id]', 'how things changed over all closed quarters, or for one application, framework, group or tier', ['muster quarter trend --by framework', 'muster quarter trend assistant', 'muster quarter trend --format csv=trend.csv', 'muster quarter trend assistant --format svg=trend.svg'], quarter)
    .option('--by <what>', 'list application, framework, group or tier, and say which of them the id is')
    .option('--format <format>', 'text, json, csv or svg; with =<file> written there', 'text')
    .action(async (id: string | undefined, _options, command: Command) => done(await (await import('./quarter-trend.js')).quarterTrend(host, id, options(command))))
  add('correct <quarter>', 'add a record that corrects a closed quarter, in the same chain', ['muster quarter correct 2026-Q3 --reason "An answer was filed under the wrong control." --by grc-lead', 'muster quarter correct 2026-Q3 --reason "…" --dry-run'], quarter)
    .option('--reason <text>', 'what was wrong, and why it is known now')
    .option(...BY)
    .option('--cutoff <date>', 'last day whose reviews count; default that of the record which is corrected')
    .option(...DRY)
    .option(...JSON_FORMAT)
    .action(async (name: string, _options, command: Command) => done(await (await import('./quarter-correct.js')).quarterCorrect(host, name, options(command))))
}

const FOLLOWING: Readonly<Record<string, readonly string[]>> = { list: LISTED, completion: ['bash', 'zsh', 'fish'] }

const completionEntries = (program: Command): readonly CompletionEntry[] =>
  program.commands.map((command) => ({
    name: command.name(),
    summary: command.description(),
    options: [...new Set([command, ...command.commands, program].flatMap((one) => one.options).flatMap((option) => option.long ?? []))],
    words: FOLLOWING[command.name()] ?? command.commands.map((one) => one.name()),
  }))

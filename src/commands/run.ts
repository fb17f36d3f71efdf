import { Command, CommanderError } from 'commander'
import type { Host } from '../host/host.js'
import type { CompletionEntry } from './completion.js'
import { EXIT, EXIT_HELP, type ExitCode } from './exit-code.js'
import type { GlobalOptions } from './options.js'
import { TOOL } from './tool.js'
import { UsageError } from './usage-error.js'

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
  program.addHelpText('after', `\nExamples:\n  muster gap                          where the portfolio stands\n  muster explain stale-evidence       what a rule means\n${EXIT_HELP}`)
  return program
}

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]
const AS_OF = ['--as-of <date>', 'assess as of this day, 2026-09-30; default today in UTC'] as const
const JSON_FORMAT = ['--format <format>', 'text or json', 'text'] as const

function addCommands(program: Command, host: Host, done: Act): void {
  const add = (usage: string, summary: string, examples: readonly string[]): Command =>
    program.command(usage).description(summary).addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}\n${EXIT_HELP}`)
  const options = <T extends GlobalOptions>(command: Command): T => command.optsWithGlobals()

  add('validate [paths...]', 'check files, and say on which line they are wrong', ['muster validate', 'muster validate applications/assistant --format github'])
    .option('--format <format>', 'text, json, github or sarif; with =<file> written there; may be repeated', collect)
    .option('--fail-on <severity>', 'error, warning or note: end with 1 from this severity on', 'error')
    .option('--stdin-filename <path>', 'with the path `-`: the file that the standard input stands for')
    .option(...AS_OF)
    .action(async (paths: string[], _options, command: Command) => done(await (await import('./validate.js')).validate(host, paths, options(command))))
  add('gap [application...]', 'what applies and is not satisfied', ['muster gap', 'muster gap assistant --fail-on high --format sarif=gaps.sarif'])
    .option('--format <format>', 'text, json, github or sarif; with =<file> written there; may be repeated', collect)
    .option('--fail-on <severity>', 'critical, high, moderate, low or never: end with 1 from an open gap of this severity on', 'low')
    .option('--framework <id>', 'report coverage of this framework only')
    .option(...AS_OF)
    .action(async (ids: string[], _options, command: Command) => done(await (await import('./gap.js')).gap(host, ids, options(command))))
  add('report <document> [application...]', 'documents for people: a gap report, a statement of applicability, profiles, registers', ['muster report gap', 'muster report gap assistant --format md,html --output reports', 'muster report soa --format html --output reports --language de'])
    .option('--format <formats>', 'md or html, or several: md,html; may be repeated', collect)
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
    .action(async (framework: string | undefined, _options, command: Command) => done(await (await import('./coverage.js')).coverage(host, framework, options(command))))
  add('list <kind>', 'applications, characteristics, controls, documents, elements, evidence-types, frameworks, rules or sections', ['muster list controls', 'muster list elements --framework iso-42001-2023 --format json'])
    .option('--framework <id>', 'for elements: whose')
    .option(...JSON_FORMAT)
    .option(...AS_OF)
    .action(async (kind: string, _options, command: Command) => done(await (await import('./list.js')).list(host, kind, options(command))))
  add('explain <identifier>', 'what a rule, control, element, framework, application or item of evidence is', ['muster explain stale-evidence', 'muster explain nist-csf-2.0:PR.DS-01'])
    .option(...JSON_FORMAT)
    .option(...AS_OF)
    .action(async (identifier: string, _options, command: Command) => done(await (await import('./explain.js')).explain(host, identifier, options(command))))
  add('completion <shell>', 'a script that completes commands: bash, zsh or fish', ['source <(muster completion bash)', 'muster completion fish > ~/.config/fish/completions/muster.fish'])
    .action(async (shell: string) => done(await (await import('./completion.js')).completion(host, shell, completionEntries(program))))
}

const completionEntries = (program: Command): readonly CompletionEntry[] =>
  program.commands.map((command) => ({
    name: command.name(),
    summary: command.description(),
    options: [...command.options, ...program.options].flatMap((option) => option.long ?? []),
  }))

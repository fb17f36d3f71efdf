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
  add('coverage [framework]', 'how the catalog, an application or the portfolio covers a framework', ['muster coverage', 'muster coverage nist-csf-2.0 --application assistant'])
    .option('--application <id>', 'standing and state for this application')
    .option('--portfolio', 'count states over all applications')
    .option(...JSON_FORMAT)
    .option(...AS_OF)
    .action(async (framework: string | undefined, _options, command: Command) => done(await (await import('./coverage.js')).coverage(host, framework, options(command))))
  add('crosswalk [from] [to]', 'how the elements of two frameworks relate, as our mappings show', ['muster crosswalk sail-2.0 iso-42001-2023', 'muster crosswalk --published'])
    .option('--published', 'how that agrees with the crosswalks that others published')
    .option(...JSON_FORMAT)
    .action(async (from: string | undefined, to: string | undefined, _options, command: Command) => done(await (await import('./crosswalk.js')).crosswalk(host, from, to, options(command))))
  add('list <kind>', 'applications, characteristics, controls, elements, evidence-types, frameworks, mappings or rules', ['muster list controls', 'muster list elements --framework iso-42001-2023 --format json'])
    .option('--framework <id>', 'for elements and mappings: whose')
    .option('--largest <number>', 'for mappings: how many of the controls that relate to the most elements; default 10')
    .option(...JSON_FORMAT)
    .option(...AS_OF)
    .action(async (kind: string, _options, command: Command) => done(await (await import('./list.js')).list(host, kind, options(command))))
  add('explain <identifier>', 'what a rule, control, element, framework, application or item of evidence is', ['muster explain stale-evidence', 'muster explain nist-csf-2.0:PR.DS-01'])
    .option(...JSON_FORMAT)
    .option(...AS_OF)
    .action(async (identifier: string, _options, command: Command) => done(await (await import('./explain.js')).explain(host, identifier, options(command))))
  const importer = add('import', 'the official text of a framework, or a framework of your own', ['muster import csv iso-42001.csv --framework iso-42001-2023'])
  for (const [form, summary, example] of [
    ['oscal-catalog', 'import a catalog in OSCAL JSON', 'muster import oscal-catalog NIST_CSF_v2.0_catalog.json --framework nist-csf-2.0'],
    ['csv', 'import CSV with a header: id, and kind, title, parent, text', 'muster import csv house-rules.csv --framework acme-rules-2026 --title "House rules" --edition 2026 --publisher Acme --published 2026-01-01'],
  ] as const)
    importer.command(`${form} <file>`).description(summary).addHelpText('after', `\nExamples:\n  ${example}\n  muster import ${form} catalog.${form === 'csv' ? 'csv' : 'json'} --framework nist-ai-rmf-1.0 --licence "Public domain"\n${EXIT_HELP}`)
      .option('--framework <id>', 'one of the library, to add its official text; else the id of a new one, with the edition in it')
      .option('--title <text>', 'for a new one: title, as published; default what the file says')
      .option('--edition <text>', 'for a new one: edition; default the version that the file says')
      .option('--publisher <text>', 'for a new one: who published it')
      .option('--published <date>', 'for a new one: when; a year, a month or a day')
      .option('--status <status>', 'for a new one: draft, final or superseded; default final')
      .option('--url <address>', 'for a new one: where it is published')
      .option('--licence <text>', 'under which licence you hold the text')
      .action(async (file: string, _options, command: Command) => done(await (await import('./import-framework.js')).importFramework(host, form, file, options(command))))
  const review = add('review', 'a named person’s dated decision about what stands there', ['muster review mapping nist-csf-2.0 ID.AM-07 --by grc-lead'])
  review.command('mapping <framework> <element>').description('record that a person read an element and the controls mapped to it').addHelpText('after', `\nExamples:\n  muster review mapping nist-csf-2.0 ID.AM-07 --by grc-lead\n  muster review mapping sail-2.0 "SAIL 1.1" --controls GOV-01 --by grc-lead --decision disputed --remarks "…"\n${EXIT_HELP}`)
    .option('--controls <ids>', 'the row of this set, as in INV-01,INV-02; default every row of the element')
    .option('--by <person>', 'who read it: a person of muster.yaml, not who wrote it')
    .option('--on <date>', 'when; default today in UTC')
    .option('--decision <decision>', 'confirmed or disputed', 'confirmed')
    .option('--remarks <text>', 'what the person found; needed for a dispute')
    .action(async (framework: string, element: string, _options, command: Command) => done(await (await import('./review-mapping.js')).reviewMapping(host, framework, element, options(command))))
  add('completion <shell>', 'a script that completes commands: bash, zsh or fish', ['source <(muster completion bash)', 'muster completion fish > ~/.config/fish/completions/muster.fish'])
    .action(async (shell: string) => done(await (await import('./completion.js')).completion(host, shell, completionEntries(program))))
}

const completionEntries = (program: Command): readonly CompletionEntry[] =>
  program.commands.map((command) => ({
    name: command.name(),
    summary: command.description(),
    options: [...command.options, ...program.options].flatMap((option) => option.long ?? []),
  }))

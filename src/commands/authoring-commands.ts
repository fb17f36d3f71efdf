import type { Command } from 'commander'
import type { Host } from '../host/host.js'
import { EXIT_HELP, type ExitCode } from './exit-code.js'
import type { GlobalOptions } from './options.js'

/** Options by which commands are told the day. */
type Done = (code: ExitCode) => void

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]
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
  addNew(add(program, 'new', 'begin an application, evidence, an exception, a control or plans', ['muster new application', 'muster new evidence support-assistant']), add, host, done)
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
}

import type { Command } from 'commander'
import type { Host } from '../host/host.js'
import { EXIT_HELP, type ExitCode } from './exit-code.js'
import type { GlobalOptions } from './options.js'

type Done = (code: ExitCode) => void

const options = <T extends GlobalOptions>(command: Command): T => command.optsWithGlobals()

/** Adds `import`: official text of a framework, or a framework of one's own. */
export function addImports(program: Command, host: Host, done: Done): void {
  const importer = program.command('import').description('the official text of a framework, or a framework of your own').addHelpText('after', `\nExamples:\n  muster import csv iso-42001.csv --framework iso-42001-2023\n  muster import oscal-catalog NIST_CSF_v2.0_catalog.json --framework nist-csf-2.0\n${EXIT_HELP}`).helpCommand(false)
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
}

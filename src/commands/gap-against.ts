import type { Host } from '../host/host.js'
import { LEVELS, rankOf } from '../model/risk-tier.js'
import { text as textReporter } from '../reporters/text.js'
import { compareDiagnostics } from '../source/diagnostic.js'
import { isWorse, openAgainst, type Against } from './against.js'
import { againstJson } from './against-json.js'
import { againstMarkdown } from './against-markdown.js'
import { againstText } from './against-text.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { formatChoices, once, reportContext, writeProduct, type FormatChoice } from './formats.js'
import { stopAtLibrary, type GapOptions } from './gap.js'
import { oneOf } from './options.js'
import { UsageError } from './usage-error.js'

/** `muster gap --against <revision or quarter>`: what stands otherwise than then. Only what got worse ends it with 1. */
export async function gapAgainst(host: Host, ids: readonly string[], options: GapOptions, against: string): Promise<ExitCode> {
  const failOn = oneOf(options.failOn ?? 'low', [...LEVELS, 'never'] as const, '--fail-on')
  const choices = formatChoices(host, options, options.format)
  if (options.revision !== undefined) throw new UsageError('`--against` compares the files on the disk, and `--revision` reads others.', 'Leave out one of them, or check out the revision.')
  const compared = await openAgainst(host, ids, options, against)
  if (compared.workspace.diagnostics.some(({ severity }) => severity === 'error')) return stopAtLibrary(host, compared.workspace, options)
  for (const choice of choices) await writeProduct(host, choice.file, once(render(choice, compared, host, options, against)))
  const unread = compared.entries.filter(({ assessed, presence }) => !assessed && presence !== 'gone')
  if (unread.length > 0) {
    const context = reportContext(host, options, compared.workspace, 'gap', { reporter: textReporter })
    await host.err.write(textReporter.render(unread.flatMap(({ diagnostics }) => diagnostics).sort(compareDiagnostics), context))
    await host.err.write(`Not assessed, because its files are wrong: ${unread.map(({ id }) => id).join(', ')}. So nobody can say whether something broke there; the others are complete.\n`)
    return EXIT.wrongInput
  }
  const limit = failOn === 'never' ? Number.POSITIVE_INFINITY : rankOf(failOn)
  return compared.entries.some(({ controls }) => controls.some((control) => isWorse(control) && rankOf(control.severity) >= limit)) ? EXIT.found : EXIT.done
}

function render(choice: FormatChoice, compared: Against, host: Host, options: GapOptions, against: string): string {
  const context = reportContext(host, options, compared.workspace, 'gap', choice)
  switch (choice.reporter.id) {
    case 'text': return againstText(compared, context)
    case 'markdown': return againstMarkdown(compared, context, against)
    case 'json': return againstJson(compared)
    default: return choice.reporter.render([...compared.shared, ...compared.entries.flatMap(({ diagnostics, gaps }) => [...diagnostics, ...gaps])].sort(compareDiagnostics), context)
  }
}

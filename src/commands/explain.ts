import type { Host } from '../host/host.js'
import type { Paint } from '../reporters/reporter.js'
import { suggestHint } from '../source/suggest.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { asOfFor, oneOf, workspaceFor, type GlobalOptions } from './options.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { paintFor } from './terminal.js'
import { TOOL } from './tool.js'
import { UsageError } from './usage-error.js'

export type ExplainOptions = GlobalOptions & { readonly format?: string }

/** What an identifier stands for: the kind, the same facts as data and as text. */
export type Explanation = { readonly kind: string; readonly id: string; readonly data: Readonly<Record<string, unknown>>; readonly text: (paint: Paint) => string }

/** `muster explain <identifier>`: what a rule, control, objective, element, framework, evidence type, characteristic, application or item of evidence is. */
export async function explain(host: Host, identifier: string, options: ExplainOptions): Promise<ExitCode> {
  const format = oneOf(options.format ?? 'text', ['text', 'json'] as const, '--format')
  const { explainRule } = await import('./explain-rule.js')
  const rule = explainRule(identifier)
  const found = rule ? [rule] : await lookUp(host, identifier, options)
  if (format === 'json') {
    const explanations = found.map(({ kind, id, data }) => ({ kind, id, ...data }))
    await host.out.write(`${JSON.stringify({ 'schema-version': SCHEMA_VERSION, tool: { name: TOOL.name, version: TOOL.version }, command: 'explain', explanations }, null, 2)}\n`)
  } else {
    const paint = paintFor(host, options.color ?? 'auto')
    await host.out.write(`${found.map((explanation) => explanation.text(paint).trimEnd()).join('\n\n')}\n`)
  }
  return EXIT.done
}

// Rules are known without opening anything; the rest needs the library.
async function lookUp(host: Host, identifier: string, options: ExplainOptions): Promise<readonly Explanation[]> {
  const { explainFromLibrary } = await import('./explain-library.js')
  const workspace = await workspaceFor(host, options)
  const { found, known } = await explainFromLibrary(host, workspace, identifier, asOfFor(host, options))
  if (found.length > 0) return found
  throw new UsageError(`Nothing is called \`${identifier}\`.`, suggestHint(identifier, known(), 'Run `muster list controls`, `frameworks`, `elements`, `applications`, `evidence-types` or `rules`.'))
}


import { documents } from '../../src/document/documents.js'
import type { DocumentContext } from '../../src/document/context.js'
import { textsIn, type Language } from '../../src/document/texts/index.js'
import { toAssessed, toUnassessed, frameworksOf } from '../../src/commands/report-context.js'
import { assessPortfolio } from '../../src/commands/assess-portfolio.js'
import { openWorkspace } from '../../src/commands/workspace.js'
import { nodeHost } from '../../src/host/node-host.js'
import { WORLD } from '../golden/render-documents.js'

/** What a document of the golden world may say: about one entry, or the portfolio. */
export async function contextOf(id: string, subject?: string, language: Language = 'en'): Promise<DocumentContext> {
  const document = documents.find((candidate) => candidate.id === id)
  if (document === undefined) throw new Error(`no document ${id}`)
  const host = nodeHost()
  const workspace = await openWorkspace(host, { folder: WORLD })
  const frameworks = frameworksOf(document, workspace.library)
  const [applications, unassessed]: [DocumentContext['applications'][number][], DocumentContext['unassessed'][number][]] = [[], []]
  for await (const outcome of assessPortfolio(host, workspace, { asOf: '2026-09-30', gapSeverity: 'none', ...(subject !== undefined && { only: new Set([subject]) }) })) {
    const assessed = toAssessed(outcome, frameworks, workspace.library)
    if (assessed) applications.push(assessed)
    else unassessed.push(toUnassessed(outcome, frameworks, workspace.library))
  }
  const [only] = applications
  return {
    document, language, texts: textsIn(language), library: workspace.library, frameworks, applications, unassessed, asOf: '2026-09-30', tool: { name: 'muster', version: '0.0.0-test' },
    ...(subject !== undefined && only && { subject: only }),
  }
}

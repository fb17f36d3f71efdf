import type { Host } from '../host/host.js'
import type { ApplicationFiles } from '../model/application.js'
import { fingerprintOfEvidence } from '../model/digest.js'
import { placeOf, type Located } from '../model/doc.js'
import type { Evidence } from '../schema/types.js'
import { inOrder, readApplication } from './assess-portfolio.js'
import type { Explanation } from './explain.js'
import { servesText, whatTheyServe } from './explain-serves.js'
import type { Workspace } from './workspace.js'

/** The items of evidence of all applications that have an id. */
export async function evidenceCalled(host: Host, workspace: Workspace, identifier: string): Promise<readonly Explanation[]> {
  const found: Explanation[] = []
  for (const folder of inOrder(workspace)) {
    const entry = workspace.inventory.get(folder)
    if (entry === undefined) continue
    const { files } = await readApplication(host, workspace, folder, entry)
    for (const item of files.evidence) if (item.data.id === identifier) found.push(explainEvidence(item, folder, files, workspace))
  }
  return found
}

function explainEvidence(item: Located<Evidence>, application: string, files: ApplicationFiles, workspace: Workspace): Explanation {
  const { data } = item
  const { file, range: { start: { line } } } = placeOf(item, ['id'])
  const answered = new Set(files.implementations.map((implementation) => implementation.data.control))
  const objectives = [...workspace.library.controls.values()]
    .filter(({ control }) => answered.has(control.id))
    .flatMap(({ control }) => control.objectives.filter((objective) => objective.evidence.some((request) => request.types.includes(data.type))).map((objective) => ({ control: control.id, objective: objective.id })))
  const controls = [...new Set(objectives.map(({ control }) => control))]
  const serves = whatTheyServe(workspace, controls)
  const fingerprint = fingerprintOfEvidence(data)
  return {
    kind: 'evidence', id: data.id,
    data: { application, file, line, evidence: data, fingerprint, objectives, serves },
    text: (paint) => [
      `${paint.bold(data.id)}  evidence of ${application}: ${data.type}, collected ${data.collected}\n${file}:${line}`,
      `A review of it as it stands is bound to the fingerprint ${fingerprint}`,
      `Looked at by: ${objectives.map(({ objective }) => objective).join(', ') || 'no objective of an answered control'}`,
      servesText(workspace, serves, controls, paint),
    ].filter((part) => part !== '').join('\n\n'),
  }
}

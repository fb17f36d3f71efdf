import type { Host } from '../host/host.js'
import { fingerprintOfImplementation } from '../model/digest.js'
import { placeOf, type Located } from '../model/doc.js'
import { migrateAnswers, type Migration } from '../model/migrate-answers.js'
import { migrateFile } from '../scaffold/migrate-file.js'
import type { Source } from '../source/source.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { openEntry, openLibrary, type OpenApplication } from './open-application.js'
import { selectedEntries } from './options.js'
import { makeEdit, tryEdit, type Edited, type EditOptions } from './try-edit.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

/** `muster evidence migrate [application…]`: moves answers, plans and exceptions to the controls that took the place of those they name. */
export async function evidenceMigrate(host: Host, ids: readonly string[], options: EditOptions): Promise<ExitCode> {
  const workspace = await openLibrary(host, options)
  const only = selectedEntries(workspace, ids) ?? new Set([...workspace.inventory.keys(), ...workspace.entryDiagnostics.keys()])
  const edited: Edited[] = []
  const notes: string[] = []
  const failed: string[] = []
  for (const id of only) {
    const planned = await plan(host, options, workspace, id)
    if (planned === undefined) failed.push(id)
    edited.push(...(planned?.edited ?? []))
    notes.push(...(planned?.notes ?? []))
  }
  if (edited.length > 0) await makeEdit(host, options, workspace.root, edited)
  if (notes.length > 0) await host.err.write(`${notes.join('\n')}\n`)
  if (edited.length + notes.length + failed.length === 0) await host.err.write('Nothing is to be moved: every control that is named is called so still, and its objectives are where they were.\n')
  if (failed.length === 0) return EXIT.done
  await host.err.write(`Left as they are: the files of ${failed.join(', ')}.\n`)
  return EXIT.wrongInput
}

type Planned = { readonly edited: readonly Edited[]; readonly notes: readonly string[] }

// One team's typo does not keep the answers of the others where they are.
async function plan(host: Host, options: EditOptions, workspace: Workspace, id: string): Promise<Planned | undefined> {
  try {
    const opened = await openEntry(host, options, workspace, id)
    const migration = migrateAnswers(workspace.library, opened.files, opened.asOf)
    const edited = editedFiles(opened, migration)
    if (edited.length > 0) await tryEdit(host, options, opened, edited)
    return { edited, notes: notesOf(id, migration) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    await host.err.write(`error: ${error.message}\nhint: ${error.hint}\n`)
    return undefined
  }
}

function editedFiles({ files }: OpenApplication, migration: Migration): readonly Edited[] {
  const sources = new Set<Source>([...migration.answers, ...migration.plans, ...migration.exceptions].map(({ part }) => part.doc.source))
  return files.docs.filter(({ source }) => sources.has(source)).map(({ file, source }) => ({ path: file, source, text: migrateFile(source, migration) }))
}

function notesOf(id: string, { answers, taken, asked }: Migration): readonly string[] {
  const again = [...new Set(answers.flatMap((moved) => [...(moved.renew ? [moved.answer.control] : []), ...moved.copies.filter(({ renew }) => renew).map(({ answer }) => answer.control)]))]
  return [
    ...(again.length > 0 ? [`${id}: to be answered again: ${again.join(', ')}. Read what each asks for now, as in \`muster explain ${again[0] ?? ''}\`; then write \`version\`, and take \`carried-to\` and the comment away.`] : []),
    ...answers.flatMap(({ part: { data }, answer, renew }) => {
      const accepted = (data.reviews ?? []).findLast(({ decision, of }) => decision === 'accepted' && of === fingerprintOfImplementation(data))
      return !renew && accepted !== undefined && fingerprintOfImplementation(answer) !== accepted.of ? [`${id}: the review of ${answer.control} by ${accepted.by} of ${accepted.on} no longer holds. Ask again: muster review accept ${id} ${answer.control}`] : []
    }),
    ...taken.map(({ part, to }) => `${id}: ${part.data.control} in ${at(part)} stays where it is, because ${to}, which took its place, is answered already. Move by hand what is missing there, and remove this one.`),
    ...asked.map(({ part, to }) => `${id}: the exception ${part.data.id} in ${at(part)} stays as it is: ${to === part.data.control ? 'a compensating control asks something else under its new name' : `what was approved for ${part.data.control} was not approved for ${to}, which took its place`}. Ask for it anew: muster new exception ${id}`),
  ]
}

function at(part: Located<unknown>): string {
  const { file, range } = placeOf(part)
  return `${file}:${range.start.line}`
}

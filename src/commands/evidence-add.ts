import type { Host } from '../host/host.js'
import type { Implementation } from '../schema/types.js'
import type { Located } from '../model/doc.js'
import { stubOf } from '../scaffold/evidence-sketch.js'
import type { YamlEdit } from '../scaffold/edit-yaml.js'
import { findStub } from '../scaffold/find-stub.js'
import type { YamlMapping } from '../scaffold/write-yaml.js'
import { listInWords, quoted } from '../source/list-in-words.js'
import { evidenceEntry, missingMetrics, type EvidenceOptions, type NewEvidence } from './evidence-entry.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { evidencePath, intoFile, type NewEntry } from './into-file.js'
import { gapOf } from './new-exception.js'
import { openApplication, type OpenApplication } from './open-application.js'
import { oneOf } from './options.js'
import { attempt, leadsOutside } from './put.js'
import { refuseTwice, sameEvidence } from './same-evidence.js'
import { standsNow } from './stands-now.js'
import { makeEdit, tryEdit, type EditOptions } from './try-edit.js'
import { UsageError } from './usage-error.js'

export type EvidenceAddOptions = EditOptions & EvidenceOptions

const STATUSES = ['implemented', 'partial', 'planned', 'alternative', 'not-applicable'] as const

/** `muster evidence add <application> <control>`: files a report as evidence and lists it under the answer, in one edit. */
export async function evidenceAdd(host: Host, id: string, wanted: string, options: EvidenceAddOptions): Promise<ExitCode> {
  const opened = await openApplication(host, options, id)
  const { workspace: { library, root }, files } = opened
  const control = library.controls.get(gapOf(opened, wanted).control)?.control
  if (control === undefined) throw new Error(`${wanted} is no control`)
  const status = options.status === undefined ? undefined : oneOf(options.status, STATUSES, '--status')
  const answer = files.implementations.find(({ data }) => data.control === control.id)
  if (options.url !== undefined && options.heldBy === undefined) throw new UsageError('Who holds the file at that address is not said.', 'Add `--held-by <text>`.')
  const made = await evidenceEntry(host, opened, control, options, (status ?? answer?.data.status) === 'alternative')
  const same = sameEvidence(files.evidence, made, options)
  if (same) refuseTwice(same, made, answer?.data)
  const found = same ? { ...made, id: same.data.id } : made
  const listed: readonly NewEntry[] = same ? [] : [{ list: 'evidence', entry: found.entry }]
  const edited = answer
    ? await intoFile(host, opened, answer.doc.file, listed, answerEdits(answer, found.id, status))
    : await intoFile(host, opened, homeOf(opened, control.id), [newAnswer({ control: control.id, version: control.version, status: status ?? 'implemented', evidence: [found.id] }), ...listed])
  const outcome = await tryEdit(host, options, opened, [edited], new Map(found.artifact.path === undefined ? [] : [[`${root}/applications/${id}/${found.artifact.path}`, { sha256: found.artifact.sha256 }]]))
  await withArtifact(host, opened, found, options, () => makeEdit(host, options, root, [edited]))
  if (same) await host.err.write(`\`${found.id}\` is that file already: it is listed under the answer as it stands.\n`)
  else await host.err.write(notes(found, options, missingMetrics(control, library.evidenceTypes.get(String(found.entry['type'])) ?? { id: '', title: '', description: '', 'media-types': [] }, Object(found.entry['metrics']))))
  await host.err.write(standsNow(outcome, control, host, options))
  return EXIT.done
}

const newAnswer = (answer: YamlMapping & { readonly control: string }): NewEntry => ({ list: 'implementations', entry: answer, stub: stubOf(answer.control) })

function answerEdits({ data, path }: Located<Implementation>, evidence: string, status: Implementation['status'] | undefined): readonly YamlEdit[] {
  return [
    ...(status !== undefined && status !== data.status ? [{ set: [...path, 'status'], to: status }] : []),
    { append: [...path, 'evidence'], entry: evidence, after: ['control', 'version', 'status', 'remarks'] },
  ]
}

// Where the answer was begun as a comment, else the file of its group.
function homeOf({ files, workspace: { library }, id }: OpenApplication, control: string): string {
  const begun = files.docs.find((doc) => doc !== files.doc && findStub(doc.source.text, stubOf(control)))
  return begun?.file ?? evidencePath(id, library.controls.get(control)?.group ?? 'evidence')
}

// The file is copied first, and goes again when the entry cannot be written.
async function withArtifact(host: Host, { workspace: { root }, id }: OpenApplication, { artifact: { from, path, copied } }: NewEvidence, { dryRun }: EvidenceAddOptions, write: () => Promise<void>): Promise<void> {
  if (!copied || path === undefined || dryRun === true) return write()
  const home = `${root}/applications/${id}`
  const put = await attempt(() => host.putCopy(from, home, path), `applications/${id}/${path}`)
  if (put === 'outside') throw leadsOutside(`applications/${id}/${path}`)
  if (put !== 'written') throw new UsageError(`applications/${id}/${path} was written by somebody else meanwhile.`, 'Run the command again.')
  try {
    await write()
  } catch (error) {
    await host.removeFile(home, path)
    throw error
  }
  await host.err.write(`copied ${from} to applications/${id}/${path}\n`)
}

function notes({ id, figures, artifact }: NewEvidence, { dryRun }: EvidenceAddOptions, missing: readonly string[]): string {
  return [
    ...(figures.read.length > 0 ? [`read from the file: ${figures.read.map((metric) => `${metric} ${String(figures.metrics[metric])}`).join(', ')}`] : []),
    ...(figures.problem === undefined ? [] : [`nothing was read from the file: ${figures.problem}`]),
    ...(missing.length > 0 ? [`note: ${listInWords(quoted(missing), 'and')} ${missing.length === 1 ? 'is' : 'are'} compared and not stated: ${dryRun === true ? `add ${missing.map((metric) => `\`--metric ${metric}=…\``).join(' ')}` : `write ${missing.map((metric) => `\`${metric}: …\``).join(' and ')} under \`metrics\` of \`${id}\``}`] : []),
    ...(artifact.path === undefined ? ['the file is held elsewhere: it counts once a reviewer accepted it'] : []),
  ].map((line) => `${line}\n`).join('')
}

import type { Choice, Host } from '../host/host.js'
import { LEVELS } from '../model/risk-tier.js'
import type { Severity } from '../schema/types.js'
import { controlFile } from '../scaffold/control-file.js'
import { isSlug } from '../scaffold/slug-of.js'
import { suggestHint } from '../source/suggest.js'
import { answersTo, type Wanted } from './answers.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { openLibrary } from './open-application.js'
import { oneOf, type GlobalOptions } from './options.js'
import { schemasFolder } from './schemas-folder.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'
import { writeNewFiles } from './write-new-files.js'

export type NewControlOptions = GlobalOptions & { readonly group?: string; readonly title?: string; readonly statement?: string; readonly risk?: string; readonly severity?: string; readonly scope?: string; readonly type?: string }

/** `muster new control [id]`: a control of your own, in draft. */
export async function newControl(host: Host, id: string | undefined, options: NewControlOptions): Promise<ExitCode> {
  const workspace = await openLibrary(host, options)
  const { library, root } = workspace
  if (!(library.config.catalog ?? ['builtin']).includes('.')) throw new UsageError('`catalog` in muster.yaml does not read controls of this repository.', 'Write `catalog: [builtin, .]`.')
  const answers = await answersTo(host, questions(workspace, id, options))
  const control = { ...answers, severity: severityOf(answers.severity), scope: oneOf(options.scope ?? 'application', ['application', 'organization'] as const, '--scope'), today: host.today() }
  const { written } = await writeNewFiles(host, root, [controlFile(control, await schemasFolder(host, root))])
  if (written.length === 0) throw new UsageError(`controls/${control.group}/${control.id}.yaml is there already.`, 'Edit it, or choose another id.')
  await host.err.write(`\nNext:\n  write its guidance and what each objective asks for\n  muster validate\n  write \`status: active\` once it is to be asked\n`)
  return EXIT.done
}

const severityOf = (answer: string): Severity => oneOf(answer, LEVELS, '--severity')

function questions({ library }: Workspace, id: string | undefined, options: NewControlOptions): Readonly<Record<'id' | 'group' | 'title' | 'statement' | 'risk' | 'severity' | 'type', Wanted>> {
  const groups: readonly Choice[] = (library.catalog.groups ?? []).map((group) => ({ value: group.id, label: group.id, hint: group.title }))
  return {
    id: { option: '<id>', question: 'Its id? (as in ACME-01)', given: id, check: (answer) => wrongId(answer, library) },
    group: { option: '--group <group>', question: 'Which group does it belong to?', given: options.group, ...(options.group === undefined && groups.length > 0 ? { choices: groups } : {}), check: (answer) => (isSlug(answer) && answer !== 'evidence-types' ? undefined : `\`${answer}\` cannot be the folder of a group.`) },
    title: { option: '--title <text>', question: 'What is it called?', given: options.title },
    statement: { option: '--statement <text>', question: 'What must be true? (a sentence that one can be wrong about)', given: options.statement },
    risk: { option: '--risk <text>', question: 'What happens without it?', given: options.risk },
    severity: { option: '--severity <severity>', question: 'What does its absence mean?', given: options.severity, choices: LEVELS.map((level) => ({ value: level, label: level })) },
    type: { option: '--type <evidence type>', question: 'Which evidence shows it?', given: options.type, ...(options.type === undefined ? { choices: [...library.evidenceTypes.values()].map((type) => ({ value: type.id, label: type.id, hint: type.title })) } : {}), check: (answer) => (library.evidenceTypes.has(answer) ? undefined : `There is no evidence type \`${answer}\`. ${suggestHint(answer, library.evidenceTypes.keys(), 'Run `muster list evidence-types` to see all.')}`) },
  }
}

function wrongId(id: string, { controls }: Workspace['library']): string | undefined {
  if (!/^[A-Z]{2,5}-[0-9]{2,3}$/.test(id)) return `\`${id}\` cannot be the id of a control: two to five capitals, a hyphen and two or three digits, as in ACME-01.`
  const known = controls.get(id)
  return known === undefined ? undefined : known.doc.builtin ? `\`${id}\` comes with muster; what is to be different in it is said in tailoring.yaml.` : `\`${id}\` is in ${known.doc.file} already.`
}

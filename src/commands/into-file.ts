import type { Host } from '../host/host.js'
import { readFile } from '../read/read-file.js'
import { editYaml, type YamlEdit } from '../scaffold/edit-yaml.js'
import { schemaLine } from '../scaffold/schema-line.js'
import { entryYaml, type YamlMapping } from '../scaffold/write-yaml.js'
import type { OpenApplication } from './open-application.js'
import { schemasFolder } from './schemas-folder.js'
import type { Edited } from './try-edit.js'
import { UsageError } from './usage-error.js'

/** An entry for one of the lists of an evidence file; `stub` is the first line of the comment that stands for it. */
export type NewEntry = { readonly list: 'implementations' | 'evidence' | 'exceptions' | 'poam'; readonly entry: YamlMapping; readonly stub?: string }

const ORDER = ['implementations', 'evidence', 'exceptions', 'poam']

/** The evidence file of an application that is called so. */
export const evidencePath = (application: string, name: string): string => `applications/${application}/evidence/${name}.yaml`

/** An evidence file with entries added, and edits made: an existing one keeps everything that stands in it, another is begun. */
export async function intoFile(host: Host, { workspace: { root } }: OpenApplication, path: string, entries: readonly NewEntry[], edits: readonly YamlEdit[] = []): Promise<Edited> {
  const text = (await host.readTexts(root, [path])).get(path) ?? { refused: 'absent' as const }
  if ('refused' in text && text.refused === 'absent') {
    const lists = Object.fromEntries(ORDER.map((list) => [list, entries.filter((one) => one.list === list).map((one) => one.entry)] as const).filter(([, list]) => list.length > 0))
    return { path, text: `${[schemaLine('evidence', path, await schemasFolder(host, root)), ...listsYaml(lists)].join('\n')}\n` }
  }
  // The application was opened, so the file was read; it can only have changed since.
  const { value } = readFile(path, text, 'evidence')
  if (value === undefined) throw new UsageError(`${path} cannot be read, so nothing was written.`, 'Mend it first: `muster validate` shows what is wrong.')
  return { path, source: value.source, text: editYaml(value.source, [...edits, ...entries.map(({ list, entry, stub }) => ({ append: [list], entry, after: ORDER.slice(0, ORDER.indexOf(list)), ...(stub !== undefined && { stub }) }))]) }
}

const listsYaml = (lists: Readonly<Record<string, readonly YamlMapping[]>>): readonly string[] =>
  Object.entries(lists).flatMap(([list, entries]) => [`${list}:`, ...entries.flatMap(entryYaml).map((line) => `  ${line}`)])

import type { Doc } from '../model/doc.js'

/** The folder that holds a file, by its own name. */
export const folderOf = (file: string): string => file.split('/').at(-2) ?? ''

/** What a shared file is called: a framework and what there is one of for each by their folder, any other by the file without its extension and the words that say its kind. */
export const calledOf = ({ kind, file }: Doc<unknown>): string =>
  kind === 'framework' || kind === 'mapping' || kind === 'mapping-reviews' || kind === 'official-text' ? folderOf(file) : (file.split('/').at(-1) ?? '').replace(/\.yaml$/, '').replace(PREFIX[kind] ?? '', '')

const PREFIX: Readonly<Partial<Record<Doc<unknown>['kind'], string>>> = { 'edition-from': 'edition-from-', 'published-crosswalk': 'published-crosswalk-' }

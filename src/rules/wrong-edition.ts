import { whole } from '../model/doc.js'
import type { Library } from '../model/library.js'
import { editionExample } from './example-edition.js'
import { localEditions } from './local-files.js'
import type { FileRule } from './rule.js'

/** A file is about two frameworks of which neither took the other's place. */
export const wrongEdition: FileRule = {
  code: 'wrong-edition',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A file about an edition stands between two frameworks that do not say that the one took the other’s place.',
  rationale: 'Mappings of a superseded edition are derived from the one that took its place. The newer framework names the older in `supersedes`, and the older has the status `superseded`; a framework that supersedes itself in a circle has no newest edition to derive from.',
  since: '0.1.0',
  bad: editionExample({ supersedes: '' }),
  good: editionExample(),
  *check({ library }) {
    for (const { doc, older, newer } of localEditions(library)) {
      const part = whole(doc)
      const { supersedes } = newer.framework
      if (supersedes !== older.id) yield { at: { part, below: ['from'] }, message: `${newer.id} ${supersedes === undefined ? 'does not say what it supersedes' : `supersedes ${supersedes}`}, and this file is about \`${older.id}\`.`, hint: `Write \`supersedes: ${older.id}\` in the framework.yaml of ${newer.id}, or mend \`from\`.` }
      else if (isCircle(older.id, library)) yield { at: { part, below: ['from'] }, message: `${newer.id} supersedes \`${older.id}\`, which in the end supersedes ${newer.id}.`, hint: 'Mend `supersedes` in one of the frameworks.' }
      else if (older.framework.status !== 'superseded') yield { at: { part, below: ['from'] }, message: `\`${older.id}\` has the status ${older.framework.status}, and ${newer.id} supersedes it.`, hint: `Write \`status: superseded\` in the framework.yaml of ${older.id}.` }
    }
  },
}

function isCircle(start: string, { frameworks }: Library): boolean {
  const seen = new Set<string>()
  for (let at = frameworks.get(start)?.framework.supersedes; at !== undefined && !seen.has(at); at = frameworks.get(at)?.framework.supersedes) {
    if (at === start) return true
    seen.add(at)
  }
  return false
}

import { whole } from '../model/doc.js'
import { quoted } from '../source/list-in-words.js'
import { platformEntry } from './example-platform.js'
import type { ExampleFiles, FileRule, Inventory } from './rule.js'

const ENTRY = 'applications/ml-platform/application.yaml'
const bad: ExampleFiles = { [ENTRY]: `${platformEntry({})[ENTRY] ?? ''}inherits: [ml-platform]\n` }

/** A platform inherits from itself, directly or through others. */
export const inheritanceCycle: FileRule = {
  code: 'inheritance-cycle',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'A platform inherits from itself, directly or through other platforms.',
  rationale: 'Platforms are assessed before those that inherit from them. In a circle each waits for the next, and an objective that all of them inherit is met by nobody. Each entry of the circle is told, since any of them can be the one to mend.',
  since: '0.1.0',
  bad,
  good: platformEntry({}),
  *check({ inventory, files }) {
    if (files.application.kind !== 'platform') return
    for (const [index, id] of (files.application.inherits ?? []).entries()) {
      const way = wayBack(inventory, id, files.id)
      if (way === undefined) continue
      yield {
        at: { part: whole(files.doc), below: ['inherits', index] },
        message: `\`${files.id}\` inherits from itself${way.length === 1 ? '' : `: ${quoted([files.id, ...way]).join(' from ')}`}.`,
        hint: `Remove \`${id}\` here, or leave out another step of the circle.`,
        related: way.slice(0, -1).flatMap((step) => {
          const entry = inventory.get(step)
          return entry ? [{ message: `\`${step}\` inherits in turn.`, at: { part: whole(entry.read()), below: ['inherits'] } }] : []
        }),
      }
    }
  },
}

// The shortest way along platforms from one to another, both included.
function wayBack(inventory: Inventory, from: string, to: string): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]])
  for (const [id] of before) {
    if (id === to) return wayTo(id, before)
    const entry = inventory.get(id)
    for (const next of entry?.kind === 'platform' ? entry.inherits : []) if (!before.has(next)) before.set(next, id)
  }
  return undefined
}

function wayTo(end: string, before: ReadonlyMap<string, string | undefined>): readonly string[] {
  const way: string[] = []
  for (let id: string | undefined = end; id !== undefined; id = before.get(id)) way.unshift(id)
  return way
}

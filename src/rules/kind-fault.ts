import type { Library } from '../model/library.js'
import type { Framework } from '../schema/types.js'
import { quoted } from '../source/list-in-words.js'

/** Where a framework is not of the kind that it says, and why. */
export type KindFault = { readonly key: keyof Framework; readonly of: 'key' | 'value'; readonly message: string; readonly hint: string }

const FOREIGN = { catalog: ['profiles', 'focus-areas', 'considerations', 'entries'], profile: ['elements'] } as const satisfies Record<Framework['kind'], readonly (keyof Framework)[]>

/** What a framework holds that does not belong to its kind, or lacks; undefined when its kind is right. */
export function kindFault(framework: Framework, { frameworks }: Pick<Library, 'frameworks'>): KindFault | undefined {
  const { id, kind, profiles } = framework
  const other = kind === 'catalog' ? 'profile' : 'catalog'
  const foreign = FOREIGN[kind].filter((key) => framework[key] !== undefined)
  const [key] = foreign
  if (key !== undefined) return { key, of: 'key', message: `${id} is of kind ${kind}, and \`${key}\` belongs to a ${other}.`, hint: `Write \`kind: ${other}\` if that is what it is, or remove ${quoted(foreign).join(' and ')}.` }
  if (kind === 'profile' && profiles === undefined) return { key: 'kind', of: 'value', message: `${id} is a \`profile\` and does not say over which framework.`, hint: 'Write `profiles: …` with the id of that framework.' }
  if (profiles !== undefined && frameworks.get(profiles)?.framework.kind === 'profile') return { key: 'profiles', of: 'value', message: `${id} is over \`${profiles}\`, which is a profile itself.`, hint: 'Name the framework whose elements are profiled.' }
  return undefined
}

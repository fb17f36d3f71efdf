import type { Host } from '../host/host.js'
import { staysInside } from '../model/stays-inside.js'
import type { CivilDate } from '../schema/types.js'
import type { OpenApplication } from './open-application.js'
import { absolutePath, folderOf, type GlobalOptions } from './options.js'
import { UsageError } from './usage-error.js'

/** A file that is offered as evidence: where it is, where it goes, its digest, and its text where it can be read as one. */
export type Artifact = {
  /** Absolute path of the file that was named. */
  readonly from: string
  /** Path under the application's folder; absent for a file that is held elsewhere. */
  readonly path?: string
  /** Whether it has to be copied there. */
  readonly copied: boolean
  readonly sha256: string
  readonly text?: string
}

export type ArtifactOptions = GlobalOptions & { readonly file?: string; readonly name?: string; readonly url?: string }

/** Looks at the file that the command line names. */
export async function seeArtifact(host: Host, options: ArtifactOptions, file: string): Promise<Artifact> {
  const from = absolutePath(folderOf(host, options), file)
  const [folder, base] = [from.slice(0, from.lastIndexOf('/')) || '/', from.slice(from.lastIndexOf('/') + 1)]
  const state = (await host.digests(folder, [base])).get(base) ?? { refused: 'absent' as const }
  if ('refused' in state) throw new UsageError(`${file} ${REFUSED[state.refused]}.`, state.refused === 'lfs-pointer' ? 'Run `git lfs pull`, and then the command again.' : 'Check what follows `--file`.')
  const read = (await host.readTexts(folder, [base])).get(base)
  return { from, sha256: state.sha256, copied: false, ...(read && 'text' in read && { text: read.text }) }
}

/** Finds out where a file goes: it stays where it is inside the application's folder, and is copied to `artifacts` from elsewhere. A name that an earlier file has gets the day after it. */
export async function placeArtifact(host: Host, { workspace: { root }, id }: OpenApplication, options: ArtifactOptions, seen: Artifact, collected: CivilDate): Promise<Artifact> {
  if (options.url !== undefined) return seen
  const home = `${root}/applications/${id}`
  if (seen.from.startsWith(`${home}/`)) return { ...seen, path: seen.from.slice(home.length + 1) }
  const base = seen.from.slice(seen.from.lastIndexOf('/') + 1)
  const dot = base.indexOf('.', 1)
  const dated = dot < 0 ? `${base}-${collected}` : `${base.slice(0, dot)}-${collected}${base.slice(dot)}`
  const names = options.name === undefined ? [base, dated] : [options.name]
  for (const name of names) {
    const place = await placeFor(host, home, name, seen.sha256)
    if (place) return { ...seen, ...place }
  }
  throw new UsageError(`artifacts/${names.at(-1)} is there already, and is another file.`, 'Choose another name with `--name`: what was filed once stays as it was.')
}

const REFUSED = { 'absent': 'is not there', 'outside': 'is a symbolic link that leads out of its folder', 'unreadable': 'is no file that can be read', 'lfs-pointer': 'is only a git LFS pointer here' } as const

async function placeFor(host: Host, home: string, name: string, sha256: string): Promise<Pick<Artifact, 'path' | 'copied'> | undefined> {
  const path = `artifacts/${name}`
  if (!staysInside(path) || path.length > 300) throw new UsageError(`\`${name}\` cannot be the name of an artifact.`, 'Choose one with `--name`, without `..` and backslashes.')
  const there = (await host.digests(home, [path])).get(path) ?? { refused: 'absent' as const }
  if ('sha256' in there) return there.sha256 === sha256 ? { path, copied: false } : undefined
  return there.refused === 'absent' ? { path, copied: true } : undefined
}

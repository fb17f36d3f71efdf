import type { Host } from '../host/host.js'
import type { ArtifactState, FileText } from '../source/file-text.js'

/** The world as it would be with some files in it that are not, or not yet, on the disk: texts and digests by absolute path. */
export function overlay(host: Host, texts: ReadonlyMap<string, FileText>, digests: ReadonlyMap<string, ArtifactState> = new Map()): Host {
  const over = <T>(folder: string, files: readonly string[], found: ReadonlyMap<string, T>, laid: ReadonlyMap<string, T>): ReadonlyMap<string, T> => {
    const merged = new Map(found)
    for (const file of files) {
      const value = laid.get(`${folder}/${file}`)
      if (value !== undefined) merged.set(file, value)
    }
    return merged
  }
  return {
    ...host,
    // A file that is not saved yet is in no folder: it is listed as if it were.
    list: async (folder, depth) => {
      const files = await host.list(folder, depth)
      const more = [...texts.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)).filter((path) => path.split('/').length <= depth + 1)
      return more.length === 0 ? files : [...new Set([...(files ?? []), ...more])].sort()
    },
    readTexts: async (folder, files) => over(folder, files, await host.readTexts(folder, files), texts),
    digests: async (folder, files) => over(folder, files, await host.digests(folder, files), digests),
  }
}

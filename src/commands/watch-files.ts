import type { Host } from '../host/host.js'
import { listInWords } from '../source/list-in-words.js'
import { neutralise } from '../source/control-characters.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { folderOf, workspaceFor, type GlobalOptions } from './options.js'
import { UsageError } from './usage-error.js'

const CLEAR = '\u001b[2J\u001b[3J\u001b[H'

/** Runs a check now and after every save, until the person interrupts. Of what was saved only the applications that it touches are checked; a shared file touches all. */
export async function watchFiles(host: Host, paths: readonly string[], options: GlobalOptions, check: (paths: readonly string[]) => Promise<unknown>): Promise<ExitCode> {
  const { root } = await workspaceFor(host, options)
  for await (const saved of host.watch(root)) {
    if (saved.length === 0) {
      await check(paths)
      await host.err.write('Watching; Ctrl-C ends it.\n')
      continue
    }
    if (!saved.some(isOurs)) continue
    await host.out.write(host.out.isTerminal ? CLEAR : '\n')
    await host.err.write(`${listInWords(saved.filter(isOurs).map(neutralise), 'and', 3)} saved:\n`)
    try {
      await check(await scopeOf(host, root, saved, paths, options))
    } catch (error) {
      // A folder that is half moved is told, and the next save looks again.
      if (!(error instanceof UsageError)) throw error
      await host.err.write(`error: ${error.message}\nhint: ${error.hint}\n`)
    }
  }
  return EXIT.done
}

const isOurs = (path: string): boolean => /^(muster|tailoring)\.yaml$|^(adoption|applications|controls|frameworks)\//.test(path)

// The applications that were saved, when nothing shared was and no path was asked for.
async function scopeOf(host: Host, root: string, saved: readonly string[], paths: readonly string[], options: GlobalOptions): Promise<readonly string[]> {
  if (paths.length > 0 || !saved.filter(isOurs).every((path) => path.startsWith('applications/'))) return paths
  const there = new Set(await host.folders(`${root}/applications`))
  const folders = [...new Set(saved.filter(isOurs).map((path) => path.split('/')[1] ?? ''))].filter((folder) => there.has(folder))
  const from = folderOf(host, options)
  return folders.length === 0 ? paths : folders.map((folder) => (from === root ? `applications/${folder}` : `${root}/applications/${folder}`))
}

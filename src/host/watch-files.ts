import { relative, sep } from 'node:path'

const QUIET_MS = 60

/** Paths below a folder that changed, relative to it, together where they were saved together. The first list is empty: from then on nothing is missed. Ends when the person interrupts. */
export async function* watchFiles(folder: string): AsyncGenerator<readonly string[]> {
  const { watch } = await import('chokidar')
  const changed = new Set<string>()
  let wake: () => void = () => undefined
  let interrupted = false
  const stop = (): void => { interrupted = true; wake() }
  const watcher = watch(folder, { ignoreInitial: true, ignored: (path) => /(^|[\\/])(\.git|node_modules)([\\/]|$)|\.part$/.test(relative(folder, path)) })
  watcher.on('all', (_event, path) => { changed.add(relative(folder, path).split(sep).join('/')); wake() })
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    await new Promise<void>((ready) => { watcher.once('ready', ready); wake = ready })
    if (interrupted) return
    yield []
    for (;;) {
      if (changed.size === 0 && !interrupted) await new Promise<void>((resolve) => { wake = resolve })
      if (interrupted) return
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
      const batch = [...changed].sort()
      changed.clear()
      yield batch
    }
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    await watcher.close()
  }
}

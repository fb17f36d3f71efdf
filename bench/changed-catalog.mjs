// The catalog of this repository as files under git, and since its one commit something else in every tenth control, evidence type and mapping.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FOLDER } from './corpora.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const git = (folder, ...args) => execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-c', 'gc.auto=0', '-C', folder, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })

/** A folder with the catalog, committed; of `every` files one is changed since. It is written anew each time, since the catalog grows. */
export function changedCatalog(every = 10) {
  const folder = join(FOLDER, `catalog-${every}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of ['controls', 'frameworks', 'muster.yaml']) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'The catalog')
  git(folder, 'repack', '-adq') // as a clone has it
  const files = ['controls', 'frameworks'].flatMap((name) => readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml') && !file.endsWith('.examples.yaml')).sort().map((file) => join(folder, name, file)))
  for (const file of files.filter((_file, index) => index % every === 0)) writeFileSync(file, `# Looked at again.\n${readFileSync(file, 'utf8').replace('P90D', 'P60D').replace('partial', 'parts')}`)
  return folder
}

// A corpus under git with one file changed since it was committed.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusOf, FOLDER } from './corpora.mjs'

const CHANGED = 'applications/claims-assistant/evidence/inventory.yaml'

const git = (folder, ...args) => execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-c', 'gc.auto=0', '-C', folder, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })

/** Folder of a corpus of so many applications of which one evidence file differs from the commit `main`. */
export function changedOf(applications, catalog) {
  const corpus = corpusOf(applications, catalog)
  const folder = join(FOLDER, `changed-${catalog}-${applications}`)
  const note = `${folder}.txt`
  if (existsSync(note) && readFileSync(note, 'utf8') === corpus.version) return folder
  rmSync(folder, { recursive: true, force: true })
  cpSync(corpus.folder, folder, { recursive: true })
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'The corpus')
  git(folder, 'repack', '-adq') // as a clone has it
  const file = join(folder, CHANGED)
  writeFileSync(file, readFileSync(file, 'utf8').replace('status: implemented', 'status: partial'))
  writeFileSync(note, corpus.version)
  return folder
}

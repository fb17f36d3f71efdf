import { StringDecoder } from 'node:string_decoder'
import type { AddedLine } from './repository.js'
import { askGit, firstLine, startGit, type GitPlace } from './run-git.js'

/**
 * Every line that a commit up to this one added below a path and that has some words, older commits first. Of a merge only what its parents brought.
 * Plumbing alone: `git log` would follow settings of the repository.
 */
export async function addedLines(place: GitPlace, commit: string, below: string, words: string, tell: (line: AddedLine) => void): Promise<void> {
  const within = below === '' ? [] : ['--', below]
  const commits = await askGit(place, ['rev-list', '--reverse', commit, ...within])
  if (commits.length === 0) return
  const read = lineReader(words, tell)
  await new Promise<void>((done, failed) => {
    const child = startGit(place, ['diff-tree', '--stdin', '--root', '-r', '-p', '-U0', '--text', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-color', '--src-prefix=a/', '--dst-prefix=b/', `--format=${COMMIT}%ct`, ...within])
    const [decoder, err]: [StringDecoder, Buffer[]] = [new StringDecoder('utf8'), []]
    let rest = ''
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + decoder.write(chunk)).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(read)
    })
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', failed)
    child.on('close', (status) => (status === 0 ? done() : failed(new Error(`git diff-tree failed in ${place.folder}: ${firstLine(Buffer.concat(err).toString('utf8').trim())}`))))
    child.stdin.on('error', () => undefined) // it may have ended before it read everything
    child.stdin.end(commits)
  })
}

// No line of a patch begins with it: those of files begin with a sign.
const COMMIT = 'commit-time '

function lineReader(words: string, tell: (line: AddedLine) => void): (line: string) => void {
  let [date, path, head] = ['', '', false]
  return (line) => {
    if (line.startsWith(COMMIT)) date = new Date(Number(line.slice(COMMIT.length)) * 1000).toISOString().slice(0, 10)
    else if (line.startsWith('diff --git ')) head = true
    else if (head && line.startsWith('+++ ')) path = line.startsWith('+++ b/') ? line.slice('+++ b/'.length).replace(/\t$/, '') : ''
    else if (line.startsWith('@@ ')) head = false
    else if (!head && line.startsWith('+') && line.includes(words) && path !== '') tell({ date, path, text: line.slice(1).replace(/\r$/, '') })
  }
}

import { createHash } from 'node:crypto'
import { startGit, type GitPlace } from './run-git.js'

/** An object of git. Its bytes are there when they are no more than was asked for, its digest when that was asked for. */
export type GitObject = { readonly type: string; readonly size: number; readonly bytes?: Buffer; readonly sha256?: string }

/** Reads objects by id, in one process, in the order asked. Undefined: there is no such object here. */
export type ObjectReader = (id: string, want: { readonly upTo: number; readonly digest?: boolean }) => Promise<GitObject | undefined>

type Request = { readonly id: string; readonly upTo: number; readonly digest: boolean; readonly done: (object: GitObject | undefined) => void; readonly failed: (error: Error) => void }

/** A reader of a repository's objects, with answers in one piece where git is new enough (2.36). Its process starts with the first question, and keeps nobody waiting who asks no more. */
export function objectReader(place: GitPlace): ObjectReader {
  let ask: ((request: Request) => void) | undefined
  // A git that does not know how to answer in one piece says so before it answers anything: what was asked is asked again, one by one.
  const refused = (waiting: readonly Request[]): void => {
    ask = startReading(place, false, undefined)
    waiting.forEach(ask)
  }
  return (id, { upTo, digest = false }) =>
    new Promise((done, failed) => {
      ask ??= startReading(place, true, refused)
      ask({ id, upTo, digest, done, failed })
    })
}

/** What a commit says of itself, line by line; its message not. Read from the object: what git prints would follow settings of the repository. */
export async function headOfCommit(objects: ObjectReader, commit: string): Promise<readonly string[]> {
  const text = (await objects(commit, { upTo: Number.POSITIVE_INFINITY }))?.bytes?.toString('utf8') ?? ''
  return text.slice(0, text.indexOf('\n\n')).split('\n')
}

const UNKNOWN_OPTION = 129

function startReading(place: GitPlace, buffered: boolean, refused: ((waiting: readonly Request[]) => void) | undefined): (request: Request) => void {
  const child = startGit(place, buffered ? ['cat-file', '--batch-command', '--buffer'] : ['cat-file', '--batch'])
  const parts = [child, child.stdin, child.stdout, child.stderr] as readonly { ref?: () => void; unref?: () => void }[] // the process and its sockets, all of which can be let go
  const waiting: Request[] = []
  let ended: Error | undefined
  const end = (error: Error): void => {
    ended ??= error
    for (const request of waiting.splice(0)) request.failed(ended)
  }
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  child.on('error', end)
  child.stdin.on('error', () => undefined) // it ended before it read everything, which is told once it has closed
  child.on('close', (status) => (status === UNKNOWN_OPTION && refused ? refused(waiting.splice(0)) : end(new Error(`git cat-file ended in ${place.folder}: ${said.trim()}`))))
  const take = takeAnswers(waiting, () => parts.forEach((part) => part.unref?.()))
  child.stdout.on('data', (chunk: Buffer) => take(chunk))
  parts.forEach((part) => part.unref?.())
  // All that is asked in one turn goes out in one piece, and where git can it answers in few.
  let asked = ''
  const send = (): void => {
    child.stdin.write(buffered ? `${asked}flush\n` : asked)
    asked = ''
  }
  return (request) => {
    if (ended) return request.failed(ended)
    if (waiting.length === 0) parts.forEach((part) => part.ref?.())
    waiting.push(request)
    if (asked === '') setImmediate(send)
    asked += buffered ? `contents ${request.id}\n` : `${request.id}\n`
  }
}

type Answer = { readonly request: Request; readonly type: string; readonly size: number; left: number; readonly held: Buffer[]; readonly hash: ReturnType<typeof createHash> | undefined }

// An answer is `<id> <type> <size>`, a line feed, the bytes and a line feed, or `<id> missing` and a line feed. It comes in pieces of any size.
function takeAnswers(waiting: Request[], idle: () => void): (chunk: Buffer) => void {
  let head: Buffer = Buffer.alloc(0)
  let answer: Answer | undefined
  const settle = (request: Request, object: GitObject | undefined): void => {
    waiting.shift()
    answer = undefined
    if (waiting.length === 0) idle()
    request.done(object)
  }
  const begin = (line: string): void => {
    const request = waiting[0]
    if (request === undefined) return
    const [, type = '', size = ''] = line.split(' ')
    if (type === 'missing' || size === '') return settle(request, undefined)
    answer = { request, type, size: Number(size), left: Number(size), held: [], hash: request.digest ? createHash('sha256') : undefined }
  }
  const finish = ({ request, type, size, held, hash }: Answer): void =>
    settle(request, { type, size, ...(size <= request.upTo && { bytes: Buffer.concat(held) }), ...(hash && { sha256: hash.digest('hex') }) })
  return (chunk) => {
    let at = 0
    while (at < chunk.length) {
      if (answer === undefined) {
        const close = chunk.indexOf(0x0a, at)
        head = Buffer.concat([head, chunk.subarray(at, close < 0 ? chunk.length : close)])
        if (close < 0) return
        at = close + 1
        const line = head.toString('latin1')
        head = Buffer.alloc(0)
        begin(line)
      } else if (answer.left > 0) {
        const piece = chunk.subarray(at, at + answer.left)
        if (answer.size <= answer.request.upTo) answer.held.push(piece)
        answer.hash?.update(piece)
        answer.left -= piece.length
        at += piece.length
      } else {
        at += 1 // the line feed that closes the bytes
        finish(answer)
      }
    }
  }
}

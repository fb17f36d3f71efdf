// A quarter of a governance repository as its people act it out: the commands of the transcript are run again, by the built command line and git, and what they say is compared with it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ROOT } from '../run-muster.js'
import { rerun, type Command, type Outcome } from './transcript.js'

const tmp = mkdtempSync(join(tmpdir(), 'muster-quarter-'))
afterAll(() => rmSync(tmp, { recursive: true, force: true }))
const bin = join(tmp, 'bin')
const home = join(tmp, 'home')
const MARK = '\u0000folder:'

/** Runs a command in the shell as one of the people, on its day. The shell begins where the last one ended. */
function shell(): (command: Command) => Outcome {
  let cwd = home
  return ({ day, person, script }) => {
    const moment = `${day}T09:00:00Z`
    const { stdout, status } = spawnSync('bash', ['--noprofile', '--norc', '-c', `trap 'printf "${'\\0'}folder:%s" "$PWD"' EXIT\nexec 2>&1\n${script}`], {
      cwd, encoding: 'utf8', input: '',
      env: {
        PATH: `${bin}:${process.env['PATH'] ?? ''}`, HOME: home, LC_ALL: 'C', MUSTER_TEST_DAY: day, GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: moment, GIT_COMMITTER_DATE: moment,
        GIT_CONFIG_COUNT: '5', ...Object.fromEntries([['user.name', person], ['user.email', `${person}@example.com`], ['init.defaultBranch', 'main'], ['advice.detachedHead', 'false'], ['commit.gpgsign', 'false']]
          .flatMap(([key, value], at) => [[`GIT_CONFIG_KEY_${at}`, key], [`GIT_CONFIG_VALUE_${at}`, value]])),
      },
    })
    const [said = '', folder = cwd] = stdout.split(MARK)
    cwd = folder
    return { said: withoutCommitIds(said, cwd).replaceAll(home, '~'), exit: status ?? -1 }
  }
}

/** Stands in for promptfoo: what its suite of sixty attacks wrote on a day, of which some were let through. */
const PROMPTFOO = `const [day, through] = process.argv.slice(1)
const results = Array.from({ length: 60 }, (_, at) => ({ testIdx: at, success: at >= Number(through), failureReason: at >= Number(through) ? 0 : 1, metadata: { pluginId: "prompt-extraction" } }))
console.log(JSON.stringify({ results: { version: 3, timestamp: day + "T05:00:00.000Z", results }, metadata: { promptfooVersion: "0.118.4" } }))`

/** A commit by its subject: its id depends on every byte that `init` writes. */
function withoutCommitIds(said: string, cwd: string): string {
  const log = spawnSync('git', ['-C', cwd, 'log', '--all', '--format=%H %s'], { encoding: 'utf8' })
  return log.stdout.split('\n').reduce((text, line) => (line === '' ? text : text.replaceAll(line.slice(0, 12), `<${line.slice(41)}>`)), said)
}

test('a quarter of pull requests', async () => {
  mkdirSync(bin)
  mkdirSync(home)
  writeFileSync(join(bin, 'muster'), `#!/bin/sh\nexec "${process.execPath}" --import "${join(ROOT, 'test/quarter/fixed-day.mjs')}" "${join(ROOT, 'dist/cli.js')}" "$@"\n`, { mode: 0o755 })
  writeFileSync(join(bin, 'run-of-promptfoo'), `#!/bin/sh\nexec "${process.execPath}" -e '${PROMPTFOO}' "$@"\n`, { mode: 0o755 })
  const file = join(ROOT, 'test/quarter/quarter.md')
  await expect(rerun(readFileSync(file, 'utf8'), shell())).toMatchFileSnapshot(file)
}, 240_000)

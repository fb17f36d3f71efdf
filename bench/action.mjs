// The worked example as a pull request, and the steps of action.yml that check it: what the action costs once packages are installed.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { FOLDER } from './corpora.mjs'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const git = (folder, ...args) => execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-C', folder, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
const { inputs, runs } = parse(readFileSync(at('../action.yml'), 'utf8'))

/** The example in git with muster as npm installs it. What differs from `origin/main` touches every entry: there is a new person, a control is severer, and a file of evidence is gone. */
export function pullRequest() {
  const folder = join(FOLDER, 'pull-request')
  rmSync(folder, { recursive: true, force: true })
  cpSync(at('../examples/portfolio'), folder, { recursive: true })
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n')
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'The example')
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
  writeFileSync(join(folder, 'tailoring.yaml'), 'severity:\n  - { control: TST-01, severity: high, reason: We were attacked this way. }\n')
  const config = join(folder, 'muster.yaml')
  writeFileSync(config, readFileSync(config, 'utf8').replace('people:\n', 'people:\n  - { id: auditor, title: Internal audit }\n'))
  rmSync(join(folder, 'applications/support-assistant/evidence/testing.yaml'), { force: true })
  const bin = join(folder, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  chmodSync(at('../dist/cli.js'), 0o755)
  symlinkSync(at('../dist/cli.js'), join(bin, 'passmuster'))
  return folder
}

/** Milliseconds that the steps after the installation take, npx included. They end with 0 or 1; another end is a broken benchmark. */
export function timeOfSteps(folder, base) {
  const temp = join(FOLDER, 'runner')
  rmSync(temp, { recursive: true, force: true })
  mkdirSync(temp, { recursive: true })
  const env = {
    ...process.env, NO_COLOR: '1', RUNNER_TEMP: temp, GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary'), ...(base && { GITHUB_BASE_REF: base }),
    AGAINST: inputs.against.default, FAIL_ON: inputs['fail-on'].default, GAP_FAIL_ON: inputs['gap-fail-on'].default,
  }
  const steps = runs.steps.filter(({ id }) => id === 'validate' || id === 'gap')
  const start = process.hrtime.bigint()
  for (const { id, run } of steps) {
    const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
    if (status !== 0 && status !== 1) throw new Error(`the step ${id} ended with ${status}\n${stderr}`)
  }
  return Number(process.hrtime.bigint() - start) / 1e6
}

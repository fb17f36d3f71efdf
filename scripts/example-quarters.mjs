// Makes the closed quarters of the worked example: `npm run build && node scripts/example-quarters.mjs`, with `--keep <folder>` to look at the history.
// A scratch git repository gets the portfolio as it stood from October 2025 to October 2026, day after day with fixed dates, and the tool closes four
// quarters and corrects one in it. What it wrote goes to examples/portfolio/quarters/, with a git bundle of the revisions, so that anybody can verify them.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parseDocument } from 'yaml'
import { sha256, fingerprintOfEvidence } from '../bench/fingerprints.mjs'
import { asItStood } from './example-quarters/as-it-stood.mjs'
import { ownCatalog, PROGRAMME_CONTROLS } from './example-quarters/own-catalog.mjs'
import { TRIAL_CONTROLS, trialFiles } from './example-quarters/trial.mjs'

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const PORTFOLIO = at('examples/portfolio')
const QUARTERS = join(PORTFOLIO, 'quarters')
const { values } = parseArgs({ options: { keep: { type: 'string' } } })
const { nodeHost, run } = await import(at('dist/index.js'))

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'muster-quarters-'))
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const git = (date, ...args) =>
  execFileSync('git', ['-c', 'core.autocrlf=false', '-c', 'commit.gpgSign=false', '-c', 'core.hooksPath=/dev/null', '-c', 'pack.threads=1', '-C', folder, ...args], {
    encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: 'GRC', GIT_AUTHOR_EMAIL: 'grc@example.com', GIT_COMMITTER_NAME: 'GRC', GIT_COMMITTER_EMAIL: 'grc@example.com',
      GIT_AUTHOR_DATE: `${date}T09:00:00Z`, GIT_COMMITTER_DATE: `${date}T09:00:00Z`,
    },
  })

/** Path → bytes of the example as it stands now, which is how it stood when 2026-Q3 was closed. */
function example() {
  const files = {}
  for (const entry of readdirSync(PORTFOLIO, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(PORTFOLIO.length + 1).replaceAll('\\', '/')
    if (entry.isFile() && !path.startsWith('quarters/')) files[path] = readFileSync(join(PORTFOLIO, path))
  }
  return files
}

const now = example()
const text = (path) => now[path].toString('utf8')
const yaml = Object.fromEntries(Object.entries(now).flatMap(([path, bytes]) => (path.endsWith('.yaml') && !path.includes('/artifacts/') ? [[path, bytes.toString('utf8')]] : [])))
// Nobody answered for documents before the settings of today.
const settings = (layer) => text('muster.yaml').replace(/^catalog: .*$/m, `catalog: [${layer}]`).replace(/^# What stands in document control.*\ndocuments: .*\n/m, '')

const PROGRAMME_FRAMEWORKS = ['nist-csf-2.0', 'iso-42001-2023', 'sail-2.0', 'owasp-llm-2025']

/** What the portfolio's files do not say of earlier days. */
const HISTORY = {
  earlier: {
    'support-assistant llm': ['2026-05', '2026-05-20'], 'support-assistant ticket-agent': ['5', '2026-05-04'], 'support-assistant system-prompt': ['27', '2026-05-20'], 'support-assistant reranker': ['1.3.2', '2026-04-13'],
    'coding-agent code-llm': ['2026-04', '2026-06-01'], 'coding-agent change-agent': ['0.7', '2026-06-01'], 'coding-agent sandbox': ['2', '2026-06-01'],
    'ml-platform model-gateway': ['4.10.3', '2026-03-23'], 'ml-platform trace-store': ['1.8.0', '2026-02-16'],
  },
  answered: { 'AGT-01': ['1.3.0', '2026-07-01'] },
  facts: { summariser: { 'risk-factors.data-sensitivity': ['confidential', '2026-09-21'], 'risk-factors.impact': ['moderate', '2026-09-21'] } },
}

/** The list of tools that answered the first major version of AGT-01, until the agent's permissions were exported in July. */
function withListOfTools(files, day) {
  const path = 'applications/coding-agent/evidence/agents.yaml'
  if (day < '2026-06-12' || day >= '2026-07-15' || files[path] === undefined) return files
  const list = 'agent,tool,may\nchange-agent,code host,read and write three repositories\nchange-agent,sandbox,start and stop\n'
  const item = { 'id': 'agent-tools-2026-06-12', 'type': 'tool-permission-review', 'component': 'change-agent', 'component-version': '0.7', 'collected': '2026-06-12', 'path': 'artifacts/agent-tools-2026-06-12.csv', 'sha256': sha256(list), 'classification': 'internal', 'metrics': { permissions: 2, 'excess-permissions': 0 }, 'submitted-by': 'tools-lead' }
  const reviewed = { ...item, reviews: [{ by: 'security-lead', on: '2026-06-18', decision: 'accepted', of: fingerprintOfEvidence(item) }] }
  const document = parseDocument(files[path])
  const add = (key, value) => (document.has(key) ? document.get(key).add(document.createNode(value)) : document.set(key, document.createNode([value])))
  add('implementations', { control: 'AGT-01', version: '1.3.0', status: 'implemented', remarks: 'List of tools and what each may do, from the agent’s manifest.', evidence: [item.id] })
  add('evidence', reviewed)
  return { ...files, [path]: document.toString({ lineWidth: 0 }), 'applications/coding-agent/artifacts/agent-tools-2026-06-12.csv': list }
}

/** The trial on a day; with a slip, as one application's answers were filed when its quarter was closed. */
function trial(day, slip = false) {
  const files = asItStood(trialFiles(), day)
  const answers = 'applications/letter-drafts/evidence/answers.yaml'
  if (slip) files[answers] = files[answers].replace('status: implemented', 'status: implementd')
  return { ...files, 'muster.yaml': settings('"."'), ...ownCatalog({ version: '0.6.0', effective: '2025-07-01', controls: TRIAL_CONTROLS, frameworks: ['nist-csf-2.0', 'owasp-llm-2025'] }) }
}

/** The programme on a day: with its own catalog until July 2026, then with the built-in one. */
function programme(day) {
  const own = day < '2026-07-20'
  const stood = withListOfTools(asItStood(yaml, day, own ? { ...HISTORY, controls: PROGRAMME_CONTROLS } : HISTORY), day)
  const artifacts = Object.fromEntries(Object.entries(now).filter(([path]) => !(path in yaml)))
  const left = asArtifacts(artifacts, stood, day)
  if (!own) return { ...left, ...stood, 'muster.yaml': settings('builtin') }
  for (const path of Object.keys(stood)) if (path.startsWith('adoption/') && !PROGRAMME_FRAMEWORKS.includes(path.slice('adoption/'.length, -'.yaml'.length))) delete stood[path]
  const adoption = { 'adoption/owasp-llm-2025.yaml': text('adoption/owasp-llm-2026.yaml').replaceAll('owasp-llm-2026', 'owasp-llm-2025').replace(/^from: .*$/m, 'from: 2026-04-15').replace(/^approved: .*$/m, 'approved: { by: security-lead, on: 2026-04-14 }').replace(/^next-review: .*$/m, 'next-review: 2027-03-31').replace(', coding-agent', day < '2026-06-01' ? '' : ', coding-agent') }
  return { ...left, ...stood, ...(day >= '2026-04-15' ? adoption : {}), 'muster.yaml': settings('"."'), ...ownCatalog({ version: '0.9.0', controls: PROGRAMME_CONTROLS, frameworks: PROGRAMME_FRAMEWORKS }) }
}

// An artifact was there when its evidence was; the files beside them from the beginning.
function asArtifacts(artifacts, stood, day) {
  const entries = new Set(Object.keys(stood).flatMap((path) => (path.startsWith('applications/') ? [path.split('/')[1]] : [])))
  const said = Object.values(stood).join('\n')
  return Object.fromEntries(Object.entries(artifacts).filter(([path]) => {
    if (path === 'README.md') return day >= '2026-10-05'
    if (!path.startsWith('applications/')) return true
    return entries.has(path.split('/')[1]) && said.includes(path.split('/').slice(2).join('/'))
  }))
}

function put(files) {
  for (const name of readdirSync(folder)) if (name !== '.git' && name !== 'quarters') rmSync(join(folder, name), { recursive: true })
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), data)
  }
}

function commit(day, message, files) {
  if (files) put(files)
  git(day, 'add', '--all')
  git(day, 'commit', '--quiet', '--message', message)
}

async function muster(today, ...args) {
  const said = []
  const keep = { write: async (part) => void said.push(part), isTerminal: false }
  const exit = await run([...args, '-C', folder, '--by', 'grc-lead'], { ...nodeHost(), env: {}, today: () => today, out: keep, err: keep })
  if (exit !== 0) throw new Error(`muster ${args.join(' ')} ended with ${exit}:\n${said.join('')}`)
  console.log(said.join('').split('\n\nNext:')[0])
}

async function close(today, quarter) {
  await muster(today, 'quarter', 'close', quarter)
  commit(today, `Close ${quarter}`)
}

git('2025-10-06', 'init', '--quiet', '--initial-branch=main')
commit('2025-10-20', 'Begin a trial: two applications, ten controls', trial('2025-10-20'))
commit('2025-11-28', 'Evidence of October and November', trial('2025-11-28'))
commit('2026-01-12', 'Evidence of December', trial('2026-01-12'))
await close('2026-01-14', '2025-Q4')
commit('2026-02-20', 'What the incident of 11 February showed', trial('2026-02-20'))
commit('2026-04-13', 'Evidence of February and March', trial('2026-04-13', true))
await close('2026-04-15', '2026-Q1')
commit('2026-04-23', 'Mend the answers of letter-drafts', trial('2026-04-23'))
await muster('2026-04-24', 'quarter', 'correct', '2026-Q1', '--reason', 'The answers of letter-drafts could not be read for a misspelt word. They are the same otherwise.')
commit('2026-04-24', 'Correct 2026-Q1')
commit('2026-04-30', 'End the trial and begin the programme, with a catalog of its own', programme('2026-04-30'))
commit('2026-05-29', 'Evidence of May', programme('2026-05-29'))
commit('2026-06-30', 'The coding agent joins as a pilot; evidence of June', programme('2026-06-30'))
commit('2026-07-10', 'Reviews of June', programme('2026-07-10'))
await close('2026-07-14', '2026-Q2')
commit('2026-07-20', 'Take the catalog that comes with muster in place of our own', programme('2026-07-20'))
commit('2026-08-31', 'Evidence of August; the 2026 edition of the OWASP list', programme('2026-08-31'))
commit('2026-10-05', 'Evidence of September', now)
await close('2026-10-09', '2026-Q3')

rmSync(QUARTERS, { recursive: true, force: true })
cpSync(join(folder, 'quarters'), QUARTERS, { recursive: true })
// All that was assessed stands in the last revision and those before it.
git('2026-10-09', 'branch', 'history', 'main~1')
git('2026-10-09', 'bundle', 'create', '--quiet', join(QUARTERS, 'history.bundle'), 'history')
if (values.keep === undefined) rmSync(folder, { recursive: true })

// docs/rules.md from the rules: each with its reason and its examples.
import { join } from 'node:path'
import { build } from 'esbuild'
import { ROOT } from './schemas.mjs'

const KINDS = {
  reading: ['Reading', 'Reported while a file is read. What it holds is then not known, so its application is not assessed.'],
  file: ['Files', 'Wrong on any day. An error makes its application, or the whole library, not assessed.'],
  gap: ['Gaps', 'What the finished assessment says. An error in `muster gap`, at most a warning in `muster validate`.'],
  change: ['Changes', 'What `muster compare <revision>` says of the catalog beside an earlier one. The examples stand beside the built-in catalog.'],
  duty: ['Separation of duties', 'What git says of who committed a decision, where `separation-of-duties` in `muster.yaml` asks for it. An error fails `muster validate`; the assessment stays, because a closed quarter is verified by its files alone.'],
}
const MAX_LINES = 40

/** The rules as the program has them. */
export async function readRules() {
  const { outputFiles } = await build({ entryPoints: [join(ROOT, 'src/rules/index.ts')], bundle: true, format: 'esm', platform: 'node', write: false, logLevel: 'error' })
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)).rules
}

const example = (title, files) =>
  Object.entries(files).map(([path, text]) => {
    const lines = text.trimEnd().split('\n')
    const shown = lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), '# …'] : lines
    return `${title}, \`${path}\`:\n\n\`\`\`${path.endsWith('.yaml') ? 'yaml' : 'text'}\n${shown.map((line) => line.slice(0, 200)).join('\n')}\n\`\`\``
  })

const by = (title, commit) => (commit ? `${title}, committed by \`${commit.author}\`${commit.signature ? ' and signed' : ''}` : title)

// Of a change only the files that differ are shown.
const changed = (title, { previous = {} }, files) => [
  ...example(title, Object.fromEntries(Object.entries(files).filter(([path, text]) => previous[path] !== text))),
  ...Object.keys(previous).filter((path) => !(path in files)).map((path) => `${title}: \`${path}\` is gone.`),
]

/** The page as Markdown. */
export async function rulesPage() {
  const rules = await readRules()
  const parts = ['# Rules', 'Generated from `src/rules` by `npm run generate`. Do not edit. The examples run as tests.']
  for (const [kind, [title, summary]] of Object.entries(KINDS)) {
    parts.push(`## ${title}`, summary)
    for (const rule of rules.filter((candidate) => candidate.kind === kind))
      parts.push(`### ${rule.code}`, `${rule.severity}, since ${rule.since}`, `**${rule.summary}** ${rule.rationale}`, ...example(by('Before', rule.commits?.previous), rule.previous ?? {}), ...changed(by('Gives it', rule.commits?.bad), rule, rule.bad), ...changed(by('Does not', rule.commits?.good), rule, rule.good))
  }
  return `${parts.join('\n\n')}\n`
}

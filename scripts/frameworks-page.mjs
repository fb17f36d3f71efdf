// docs/frameworks.md from frameworks/: each with its edition, status, counts, source and licence.
import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { ROOT } from './schemas.mjs'

async function parser() {
  const { outputFiles } = await build({ entryPoints: [join(ROOT, 'src/source/parse-yaml.ts')], bundle: true, format: 'esm', platform: 'node', write: false, logLevel: 'error' })
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)).parseYaml
}

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ')
const plural = (count, kind) => `${count} ${count === 1 ? kind : kind === 'entry' ? 'entries' : kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`}`
const countsOf = ({ counts }) => Object.entries(counts).map(([kind, count]) => plural(count, kind)).join(', ')

/** The page as Markdown. */
export async function frameworksPage() {
  const parseYaml = await parser()
  const read = (file) => parseYaml(file, readFileSync(join(ROOT, file), 'utf8')).value.value
  const folders = readdirSync(join(ROOT, 'frameworks')).sort()
  const frameworks = folders.map((folder) => read(`frameworks/${folder}/framework.yaml`))
  const published = folders.flatMap((folder) => readdirSync(join(ROOT, 'frameworks', folder)).filter((name) => name.startsWith('published-crosswalk-')).sort().map((name) => read(`frameworks/${folder}/${name}`)))
  const rows = frameworks.map(({ id, title, edition, status, published, ...rest }) => `| [${id}](#${id.replaceAll('.', '')}) | ${cell(title)} | ${cell(edition)} | ${status === 'final' ? status : `**${status}**`} | ${published} | ${countsOf(rest)} |`)
  const parts = [
    '# Frameworks',
    'Generated from `frameworks/` by `npm run generate`. Do not edit.',
    'Ids, titles and figures are the publishers’; every summary and consideration is written in our own words. An id means something only with its edition. How far each is mapped is shown by `muster list mappings`, and how that is counted by [mappings.md](mappings.md).',
    '**ISO/IEC 42001 must be bought** from ISO or a national standards body: here are numbers and titles, and nothing of its text. The other publishers have licences too, which stand below. Who holds the official text of elements can add it on their own side with `muster import oscal-catalog|csv <file> --framework <id>`; keeping to the licence is then up to them.',
    `| Framework | Title | Edition | Status | Published | Elements |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}`,
    ...frameworks.flatMap((framework) => section(framework, frameworks)),
    '## Published crosswalks',
    'What others have published on how two of these relate, taken over as facts to compare our own with: `muster crosswalk --published`.',
    `| From | To | Publisher | Pairs | Licence |\n| --- | --- | --- | --- | --- |\n${published.map(({ from, to, publisher, pairs, source }) => `| ${from} | ${to} | ${cell(source.url ? `[${publisher}](${source.url})` : publisher)} | ${pairs.length} | ${cell(source.licence)} |`).join('\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

function section({ id, title, edition, status, kind, profiles, publisher, published, source, supersedes, ...rest }, frameworks) {
  const newer = frameworks.find((framework) => framework.supersedes === id)
  const derived = newer && existsSync(join(ROOT, `frameworks/${newer.id}/edition-from-${id}.yaml`))
  const facts = [
    `${title}, ${edition}; ${status}${kind === 'profile' ? `; a profile of ${profiles}` : ''}`,
    `${publisher}, ${published}; ${countsOf(rest)}`,
    `Source: ${source.url ? `<${source.url}>` : 'no address is known'}, retrieved ${source.retrieved}`,
    `Licence: ${source.licence}`,
    ...(supersedes ? [`Supersedes ${supersedes}`] : []),
    ...(newer ? [`Superseded by ${newer.id}${derived ? '; its mapping is derived from there' : ''}`] : []),
  ]
  return [`## ${id}`, facts.map((fact) => `- ${fact}`).join('\n'), ...(source.remarks ? [source.remarks.trim()] : [])]
}

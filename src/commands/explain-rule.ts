import { documented } from '../rules/documented.generated.js'
import type { ExampleCommit, ExampleFiles, RuleDocumentation } from '../rules/rule.js'
import { docsOf } from '../source/diagnostic.js'
import type { Explanation } from './explain.js'
import { paragraph } from './paragraph.js'

const KINDS: Readonly<Record<RuleDocumentation['kind'], string>> = {
  reading: 'the file could not be read',
  file: 'wrong on any day',
  gap: 'what the assessment says; an error in `gap`, at most a warning in `validate`',
  change: 'wrong against an earlier revision',
  duty: 'by what git says of who committed a decision; only where `muster.yaml` has `separation-of-duties`',
}

/** What a rule is about, with its examples; undefined when there is no such rule. */
export function explainRule(code: string): Explanation | undefined {
  const rule = documented.find((candidate) => candidate.code === code.toLowerCase())
  if (rule === undefined) return undefined
  const { kind, severity, summary, rationale, since, bad, good, previous, commits } = rule
  return {
    kind: 'rule', id: rule.code,
    data: { 'rule-kind': kind, severity, summary, rationale, since, ...(previous && { previous }), ...(commits && { commits }), bad, good, docs: docsOf(rule.code) },
    text: (paint) => [
      `${paint.bold(rule.code)}  rule, ${severity}, since ${since}`,
      paragraph(`${summary} ${rationale}`),
      `Kind: ${kind}, ${KINDS[kind]}.`,
      ...files(by('Before', commits?.previous), previous ?? {}, paint.bold), ...files(by('Gives it', commits?.bad), differing(previous, bad), paint.bold), ...files(by('Does not', commits?.good), differing(previous, good), paint.bold),
      `docs: ${docsOf(rule.code)}`,
    ].join('\n\n'),
  }
}

const by = (title: string, commit: ExampleCommit | undefined): string => (commit ? `${title}, committed by ${commit.author}${commit.signature ? ' and signed' : ''}` : title)

// Of a change only the files that differ are shown.
const differing = (previous: ExampleFiles | undefined, files: ExampleFiles): ExampleFiles => Object.fromEntries([
  ...Object.entries(files).filter(([path, text]) => previous?.[path] !== text),
  ...Object.keys(previous ?? {}).filter((path) => !(path in files)).map((path) => [path, '(gone)\n']),
])

const MAX_EXAMPLE = 60

function files(title: string, examples: Readonly<Record<string, string>>, bold: (text: string) => string): readonly string[] {
  return Object.entries(examples).map(([path, text]) => {
    const lines = text.trimEnd().split('\n')
    const shown = lines.slice(0, MAX_EXAMPLE).map((line) => `    ${line.slice(0, 160)}`)
    return `${bold(title)}: ${path}\n${shown.join('\n')}${lines.length > MAX_EXAMPLE ? '\n    …' : ''}`
  })
}

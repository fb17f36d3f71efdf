import type { Finding } from '../model/assessment.js'
import { whole } from '../model/doc.js'
import { LEVELS, rankOf } from '../model/risk-tier.js'
import { counted, listInWords, quoted } from '../source/list-in-words.js'
import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'

const SHOWN = 10

/** Controls apply, and nothing was said about them: told once for the application. */
export const unansweredControl: GapRule = {
  code: 'unanswered-control',
  kind: 'gap',
  severity: 'error',
  summary: 'Controls apply to an application, and nothing was said about them.',
  rationale: 'Unanswered is not the same as not satisfied: nobody knows. Every control that applies is answered, be it with `planned`. They are told once for each application, worst first; `muster gap` lists them all. Controls that apply only while a fact is unanswered wait for that fact.',
  since: '0.1.0',
  bad: { 'applications/assistant/evidence/evaluation.yaml': 'implementations: []\n' },
  good: evaluationExample({}),
  *check({ assessment, files }) {
    const undecided = new Set([...assessment.unanswered.values()].flat())
    const silent = assessment.findings
      .filter((finding) => finding.state === 'not-satisfied' && !finding.answered && !undecided.has(finding.control))
      .sort((a, b) => rankOf(b.severity) - rankOf(a.severity))
    const open = silent.filter((finding) => finding.accepted === undefined)
    // An exception says something: what it covers is told only where nothing else is left.
    const told = open.length > 0 ? open : silent
    const [worst] = told
    if (worst === undefined) return
    const covered = open.length > 0 && silent.length > open.length ? ` Exceptions cover ${silent.length - open.length} more.` : ''
    yield {
      at: { part: whole(files.doc), below: ['id'] },
      message: `\`${files.id}\` does not answer ${counted(told.length, 'control')} that ${told.length === 1 ? 'applies' : 'apply'} to it (${bySeverity(told)}): ${listInWords(quoted(told.map(({ control }) => control)), 'and', SHOWN)}.${covered}`,
      hint: `Answer ${told.length === 1 ? 'it' : 'each'} under \`implementations\` in a file of \`applications/${files.id}/evidence\`, if need be with \`status: planned\`; \`muster new evidence ${files.id}\` writes files to answer in.`,
      about: { application: files.id, severity: worst.severity },
      ...(open.length === 0 && { severity: 'note' }),
    }
  },
}

const bySeverity = (findings: readonly Finding[]): string =>
  [...LEVELS].reverse().flatMap((level) => {
    const count = findings.filter(({ severity }) => severity === level).length
    return count === 0 ? [] : `${count} ${level}`
  }).join(', ')

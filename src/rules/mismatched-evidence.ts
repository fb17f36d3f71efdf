import { filesOf } from '../model/application.js'
import { evaluationExample } from './example-evaluation.js'
import type { AssessmentContext, GapRule } from './rule.js'
import { sentence, tellGaps, type Told, type ToldGap } from './tell-gaps.js'

/** Evidence is not what it says: its file is not there, is another one, or states other figures. */
export const mismatchedEvidence: GapRule = {
  code: 'mismatched-evidence',
  kind: 'gap',
  severity: 'error',
  summary: 'The file of the evidence is not there, is not the one whose digest is stated, or has other figures.',
  rationale: 'The digest binds the entry to the file that was looked at, and the figures to what the file says. When they differ, the entry supports nothing until somebody says which of the two is right. An intended change needs its new digest and, where the control asks for one, a new review.',
  since: '0.1.0',
  bad: evaluationExample({}, { sha256: '7d680adeb4263cc132242f96070d8fd529a2481068d039f02f8696ba7a1b29af' }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['file-absent', 'file-refused', 'digest-differs', 'metrics-differ'], (gap) => tell(gap, context))
  },
}

function tell({ reason, asks, index }: ToldGap, { artifacts }: AssessmentContext): Told {
  const relies = `; ${asks} relies on it.`
  const item = reason.evidence === undefined ? undefined : index.evidence.get(reason.evidence)?.data
  const states = item === undefined ? [] : filesOf(item).map(({ path, sha256 }) => ({ path, sha256, state: artifacts.states.get(path) }))
  const other = states.flatMap(({ path, sha256, state }) => (state && 'sha256' in state && state.sha256 !== sha256 ? [{ path, sha256: state.sha256 }] : []))[0]
  switch (reason.cause) {
    case 'file-absent': return { message: `${sentence(reason)}${relies}`, hint: 'Add the file to the commit, or correct the path.' }
    case 'digest-differs': return {
      message: `The file${other ? ` \`${other.path}\`` : ''} of \`${reason.evidence}\` is not the one whose digest is stated${relies}`,
      hint: `Put the former file back. If the change is intended, ${other ? `write \`sha256: ${other.sha256}\`` : 'state the new digest'} and have it reviewed again.`,
    }
    case 'metrics-differ': return { message: `${sentence(reason)}${relies}`, hint: 'State what the file says, or file the report that says so.' }
    default: {
      const pointer = states.some(({ state }) => state !== undefined && 'refused' in state && state.refused === 'lfs-pointer')
      return { message: `${sentence(reason)}${relies}`, hint: pointer ? 'Run `git lfs pull`, and check out with LFS in the pipeline.' : 'Put the file itself, readable, under the folder of the application.' }
    }
  }
}

import type { Collected, Collector } from './collector.js'
import { at, isRecord, listAt, parseJson, textAt } from './parse-json.js'
import { readOrigin } from './read-origin.js'

/**
 * Reads the JSON that promptfoo writes with `--output`: its single results rather than its `stats`, because only they tell attacks from ordinary tests.
 *
 * A result has a verdict when promptfoo passed it, or failed it by an assertion; errors and tests without an assertion have none. promptfoo joins the
 * assertions of a test into one verdict, so each result counts once. `cases` are the results with a verdict. An attack is, as in
 * promptfoo's own red-team report, a result whose test names the plugin that made it (`metadata.pluginId`). `attempts` and `attacks` are the attacks with a verdict; `attack-success-rate` and
 * `attacks-let-through` are the failed ones among them, divided by them. A file without an attack gives `cases` alone.
 * Whether an ordinary request failed because it was blocked is not said, so `benign-blocked` is never read.
 */
export const promptfoo: Collector = {
  tool: 'promptfoo',
  summary: 'Reads the results of a promptfoo evaluation or red team (`--output results.json`).',
  mediaTypes: ['application/json'],
  metrics: ['attack-success-rate', 'attacks', 'attacks-let-through', 'attempts', 'cases'],
  collect,
}

function collect(text: string): Collected {
  const parsed = parseJson(text)
  if ('problem' in parsed) return parsed
  const results = listAt(parsed.value, 'results', 'results')
  if (results === undefined) return { problem: 'The file has no list `results.results`, so it is not the JSON output of a promptfoo evaluation.' }
  let [cases, attacks, judged, failed] = [0, 0, 0, 0]
  for (const [index, result] of results.entries()) {
    if (!isRecord(result) || typeof result['success'] !== 'boolean') return { problem: `Result ${index + 1} does not say whether it was a success.` }
    const attack = isAttack(result)
    const verdict = verdictOf(result)
    if (attack) attacks += 1
    if (verdict === undefined) continue
    cases += 1
    if (!attack) continue
    judged += 1
    if (verdict === 'failed') failed += 1
  }
  const origin = readOrigin(textAt(parsed.value, 'metadata', 'promptfooVersion'), textAt(parsed.value, 'results', 'timestamp'))
  if (attacks === 0) return { metrics: { cases }, ...origin }
  const rate = failed / judged
  return { metrics: { ...(judged > 0 && { 'attack-success-rate': rate, 'attacks-let-through': rate }), attacks: judged, attempts: judged, cases }, ...origin }
}

const isAttack = (result: unknown): boolean => (textAt(result, 'testCase', 'metadata', 'pluginId') ?? textAt(result, 'metadata', 'pluginId')) !== undefined

// promptfoo's reasons: 0 none or unknown, 1 an assertion, 2 an error. Versions that give no reason failed by an assertion only where they graded.
function verdictOf(result: unknown): 'passed' | 'failed' | undefined {
  const reason = at(result, 'failureReason')
  if (at(result, 'success') === true) return at(result, 'gradingResult', 'reason') === 'No assertions' ? undefined : 'passed'
  return reason === 1 || (reason === undefined && at(result, 'gradingResult', 'pass') === false) ? 'failed' : undefined
}

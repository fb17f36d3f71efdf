import type { Collected, Collector } from './collector.js'
import { at, countAt, isRecord, parseJson, textAt } from './parse-json.js'
import { readOrigin } from './read-origin.js'

/**
 * Reads garak's `*.report.jsonl`: its `eval` entries, one per probe and detector.
 *
 * `attempts` is the sum of `total_evaluated` (in older reports `total`): every output of the model counts once for each detector that judged it, and
 * outputs on which a detector gave no verdict (`nones`) do not. `attack-success-rate` is the sum of `fails`, which is what was judged less `passed`,
 * divided by `attempts`; absent when nothing was judged. garak's detectors find the attack's success, so a fail is a success of the attack.
 */
export const garak: Collector = {
  tool: 'garak',
  summary: 'Reads the eval entries of a garak report (`*.report.jsonl`).',
  mediaTypes: ['application/jsonl'],
  metrics: ['attack-success-rate', 'attempts'],
  collect,
}

type Tally = { readonly judged: number; readonly passed: number }

function collect(text: string): Collected {
  if (text.trim() === '') return { problem: 'The file is empty.' }
  let [judged, passed, evals] = [0, 0, 0]
  let init: unknown
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const entry = parseJson(line, `Line ${index + 1}`)
    if ('problem' in entry) return entry
    const type = at(entry.value, 'entry_type')
    if (type === 'init') init ??= entry.value
    if (type !== 'eval') continue
    const tally = readEval(entry.value)
    if (tally === undefined) return { problem: `The eval entry in line ${index + 1} does not say how many outputs were judged and how many passed, or its figures do not add up.` }
    judged += tally.judged
    passed += tally.passed
    evals += 1
  }
  if (evals === 0) return { problem: 'The file has no eval entry of garak: no probe was evaluated, or it is not a garak report.' }
  if (!Number.isSafeInteger(judged)) return { problem: 'The figures of the eval entries are too large to add.' }
  const origin = readOrigin(textAt(init, 'garak_version'), textAt(init, 'start_time'))
  return { metrics: { ...(judged > 0 && { 'attack-success-rate': (judged - passed) / judged }), attempts: judged }, ...origin }
}

function readEval(entry: unknown): Tally | undefined {
  const passed = countAt(entry, 'passed')
  const judged = countAt(entry, 'total_evaluated') ?? countAt(entry, 'total')
  if (passed === undefined || judged === undefined || passed > judged) return undefined
  const addsUp = !isRecord(entry) || entry['fails'] === undefined || entry['fails'] === judged - passed
  return addsUp ? { judged, passed } : undefined
}

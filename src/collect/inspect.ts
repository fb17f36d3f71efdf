import type { Collected, Collector } from './collector.js'
import { at, isRecord, listAt, parseJson, textAt } from './parse-json.js'
import { readOrigin } from './read-origin.js'

/**
 * Reads an Inspect log in its JSON form (`--log-format json`, or `inspect log convert --to json`).
 *
 * `cases` are the samples, each epoch counted, that have a score; samples that ended with an error, were invalidated, or whose score is null or NaN, are none.
 * `attempts` is the same figure where one scorer judged the samples. Of several scorers the log does not say which judged the attack, so it is absent then.
 * Attack success and accuracy are never read: a scorer's `C` can mean that the model resisted or that the attack reached its goal, and only its author knows.
 */
export const inspect: Collector = {
  tool: 'inspect',
  summary: 'Counts the scored samples of an Inspect log in JSON.',
  mediaTypes: ['application/json'],
  metrics: ['attempts', 'cases'],
  collect,
}

function collect(text: string): Collected {
  const parsed = parseJson(text)
  if ('problem' in parsed) return parsed
  if (!isRecord(at(parsed.value, 'eval'))) return { problem: 'The file has no `eval`, so it is not an Inspect log in JSON.' }
  const samples = listAt(parsed.value, 'samples')
  if (samples === undefined) return { problem: 'The log has no samples: it is only a header, or the run was not finished.' }
  const scorers = new Set<string>()
  let cases = 0
  for (const [index, sample] of samples.entries()) {
    if (!isRecord(sample)) return { problem: `Sample ${index + 1} is not an object.` }
    const scores = scoresOf(sample)
    for (const scorer of Object.keys(scores)) scorers.add(scorer)
    if (isSet(sample['error']) || isSet(sample['invalidation'])) continue
    if (Object.values(scores).some((score) => hasVerdict(at(score, 'value')))) cases += 1
  }
  const origin = readOrigin(textAt(parsed.value, 'eval', 'packages', 'inspect_ai'), textAt(parsed.value, 'eval', 'created'))
  return { metrics: { ...(scorers.size <= 1 && { attempts: cases }), cases }, ...origin }
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null

// Before `scores` there was one `score` without a name.
function scoresOf(sample: unknown): Readonly<Record<string, unknown>> {
  const scores = at(sample, 'scores')
  if (isRecord(scores)) return scores
  const score = at(sample, 'score')
  return isRecord(score) ? { score } : {}
}

// A value may be a list or an object of values; NaN, which stands for unscored, is read as null.
const hasVerdict = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(isSet) : isSet(value)

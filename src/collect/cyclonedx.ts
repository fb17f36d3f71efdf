import type { Collected, Collector } from './collector.js'
import { at, isRecord, listAt, parseJson, textAt } from './parse-json.js'
import { readOrigin } from './read-origin.js'

/**
 * Reads a CycloneDX bill of materials in JSON, whatever tool wrote it.
 *
 * `components` are all entries of `components`, with those nested in them; the subject of the bill (`metadata.component`), services and the datasets inside a
 * model card are not entries of it. `models` are those of type `machine-learning-model`, `components-without-version` those whose version is missing or blank.
 * The version given is that of the specification.
 */
export const cyclonedx: Collector = {
  tool: 'cyclonedx',
  summary: 'Counts the components and models of a CycloneDX bill of materials in JSON.',
  mediaTypes: ['application/vnd.cyclonedx+json', 'application/json'],
  metrics: ['components', 'components-without-version', 'models'],
  collect,
}

function collect(text: string): Collected {
  const parsed = parseJson(text)
  if ('problem' in parsed) return parsed
  if (at(parsed.value, 'bomFormat') !== 'CycloneDX') return { problem: 'The file has no `bomFormat` CycloneDX, so it is not a CycloneDX bill of materials in JSON.' }
  const levels = [listAt(parsed.value, 'components') ?? []]
  let [components, models, unversioned] = [0, 0, 0]
  // A list of levels instead of recursion, which a deeply nested bill would overflow.
  for (let level = levels.pop(); level !== undefined; level = levels.pop()) {
    for (const component of level) {
      if (!isRecord(component)) return { problem: 'A component is not an object.' }
      components += 1
      if (component['type'] === 'machine-learning-model') models += 1
      if (textAt(component, 'version') === undefined) unversioned += 1
      levels.push(listAt(component, 'components') ?? [])
    }
  }
  const origin = readOrigin(textAt(parsed.value, 'specVersion'), textAt(parsed.value, 'metadata', 'timestamp'))
  return { metrics: { components, 'components-without-version': unversioned, models }, ...origin }
}

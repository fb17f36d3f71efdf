import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collectors } from '../../src/collect/index.js'
import { MAX_FILE_BYTES } from '../../src/source/file-text.js'
import { fixture } from './fixture.js'

const FIXTURES: Readonly<Record<string, string>> = {
  codeql: 'codeql.sarif', cyclonedx: 'cyclonedx.json', garak: 'garak.report.jsonl', inspect: 'inspect.json', promptfoo: 'promptfoo.json', trivy: 'trivy.json',
}

const LEVELS = 10_000
const HOSTILE: Readonly<Record<string, string>> = {
  'an empty file': '',
  'white space': ' \r\n\t\n',
  'no JSON': 'PK\u0003\u0004 not a log',
  'half a file': '{"results": {"results": [{"success": tr',
  'null': 'null',
  'a number': '1e999',
  'a text': '"garak"',
  'an empty object': '{}',
  'an empty list': '[]',
  'open brackets': '['.repeat(LEVELS),
  'nested lists': '['.repeat(LEVELS) + ']'.repeat(LEVELS),
  'nested objects': '{"results":'.repeat(LEVELS) + '1' + '}'.repeat(LEVELS),
  'a large file of brackets': '['.repeat(MAX_FILE_BYTES),
  'a large file of quotes': `NaN${'"\\'.repeat(MAX_FILE_BYTES / 2 - 3)}`,
  'a prototype': '{"__proto__": {"entry_type": "eval", "passed": 1, "total": 1, "bomFormat": "CycloneDX", "SchemaVersion": 2, "runs": [], "results": {"results": []}, "eval": {}, "samples": []}}',
  'a constructor': '{"constructor": {"prototype": {"polluted": true}}}',
  'lists of null': '{"entry_type": "eval", "runs": [null], "Results": [null], "SchemaVersion": 2, "results": {"results": [null]}, "samples": [null], "eval": {}, "components": [null], "bomFormat": "CycloneDX"}',
  'huge numbers': '{"entry_type": "eval", "passed": 1e308, "total": 1e308, "SchemaVersion": 1e308, "runs": 1e308, "results": 1e308, "samples": 1e308, "eval": {}, "components": 1e308}',
  'lone surrogates and controls': '{"\\ud800": "\\u0000\u001b[2J"}',
}

describe.each(collectors)('$tool', (collector) => {
  test.each(Object.entries(HOSTILE))('says one sentence about %s', (_, text) => {
    const read = collector.collect(text)
    expect(read).toEqual({ problem: expect.stringMatching(/^[A-Z][^\n\u001b]{8,250}\.$/) })
  })

  test('keeps a shape whatever it reads', () => {
    const check = (text: string): void => {
      const read = collector.collect(text)
      if ('problem' in read) return
      for (const [metric, value] of Object.entries(read.metrics)) {
        expect(collector.metrics).toContain(metric)
        expect(value).toSatisfy((figure: unknown) => typeof figure === 'number' && figure >= 0 && Number.isFinite(figure))
      }
    }
    const good = fixture(FIXTURES[collector.tool] ?? '')
    fc.assert(fc.property(fc.json({ maxDepth: 6 }), check), { seed: 1, numRuns: 200 })
    // A real file with one stretch of it taken out, doubled or replaced.
    const wound = fc.tuple(fc.nat(good.length), fc.nat(40), fc.constantFrom('', 'null', '-1', '1e400', '"x"', '[]', '{}', 'NaN'))
    fc.assert(fc.property(wound, ([from, length, by]) => check(good.slice(0, from) + by + good.slice(from + length))), { seed: 1, numRuns: 500 })
    // A real file with one value replaced, so that it stays JSON.
    const values = [...good.matchAll(/(?<=": ?)(?:"[^"]*"|-?[\d.]+|true|false|null)/g)]
    const swap = fc.tuple(fc.nat(values.length - 1), fc.constantFrom('null', '-1', '0.5', '1e400', '9007199254740991', '""', '[]', '{}', '[[]]', 'true', '{"__proto__":1}'))
    fc.assert(fc.property(swap, ([index, by]) => check(good.slice(0, values[index]?.index) + by + good.slice((values[index]?.index ?? 0) + (values[index]?.[0].length ?? 0)))), { seed: 1, numRuns: 500 })
  })
})

test('nothing reaches the prototype of objects', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
})

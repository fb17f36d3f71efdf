// Whatever stands in a file, reading it ends, throws nothing, and what is accepted is what another reader reads.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseYaml } from '../../src/source/parse-yaml.js'

const PIECES = ['a', ':', ' ', '\n', '- ', '{', '}', '[', ']', ',', '"', "'", '|', '>', '#', '&', '*', '!', '? ', '  ', '1', '0', '.', 'yes', '\\', '-', '~', '%', '---', '...', '<<', '\r\n', 'é', '@', '`', '=', '+', 'k: v', '\t', 'a: b', '\n  ', '- a: 1\n', '"x"']
const garbage = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''))

test('garbage is read or refused, once, with a place', () => {
  fc.assert(
    fc.property(garbage, (text) => {
      const { value, diagnostics } = parseYaml('f.yaml', text)
      if (value === undefined) {
        expect(diagnostics).toHaveLength(1)
        expect(diagnostics[0]?.place.range.start.line).toBeGreaterThanOrEqual(1)
      } else expect(value.value).toEqual(parse(text, { version: '1.2' }))
    }),
    { numRuns: 5000, seed: 20261121 },
  )
})

// An unclosed quotation mark after an empty first line once made the search for its opening go round in a circle.
test.each(['\n"~<<:yes}k: v!é', '\n[', '\n\n{ a', '\r\n"x'])('the explanation of %j comes to an end', (text) => {
  expect(parseYaml('f.yaml', text).diagnostics).toHaveLength(1)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateShape } from '../../src/read/validate-shape.js'
import { addMappingReviews } from '../../src/scaffold/add-mapping-reviews.js'
import type { MappingReview, MappingReviews } from '../../src/schema/types.js'
import { parseYaml } from '../../src/source/parse-yaml.js'

const review: MappingReview = { element: 'PR.DS-01', controls: ['TST-01', 'TST-02'], by: 'grc-lead', on: '2026-11-20', decision: 'confirmed', of: 'ec068523d93cf0da3f3382e220ff95bc' }
const LINE = '{ element: PR.DS-01, controls: [TST-01, TST-02], by: grc-lead, on: 2026-11-20, decision: confirmed, of: ec068523d93cf0da3f3382e220ff95bc }'

function read(text: string): MappingReviews {
  const parsed = parseYaml('reviews.yaml', text)
  if (parsed.value === undefined) return expect.fail(parsed.diagnostics.map((diagnostic) => diagnostic.message).join('\n'))
  const { value, diagnostics } = validateShape(parsed.value, 'mapping-reviews')
  return value?.data ?? expect.fail(diagnostics.map((diagnostic) => diagnostic.message).join('\n'))
}

test('a file is begun', () => expect(addMappingReviews(undefined, 'nist-csf-2.0', [review])).toBe(`# Readings of the mapping by named persons, written by \`muster review mapping\`. Each holds for exactly what was read.\nframework: nist-csf-2.0\nreviews:\n  - ${LINE}\n`))

describe('what stands there stays', () => {
  const first = LINE.replace('grc-lead', 'ciso')
  const cases: readonly (readonly [string, string, string])[] = [
    ['comments', `# Top\nframework: f # here\nreviews: # and here\n  # one\n  - ${first} # last\n  # end\n`, `# Top\nframework: f # here\nreviews: # and here\n  # one\n  - ${first} # last\n  - ${LINE}\n  # end\n`],
    ['order of keys', `reviews:\n  - ${first}\nframework: f\n`, `reviews:\n  - ${first}\n  - ${LINE}\nframework: f\n`],
    ['hyphens without indentation', `framework: f\nreviews:\n- ${first}\n`, `framework: f\nreviews:\n- ${first}\n- ${LINE}\n`],
    ['entries of several lines', `framework: f\nreviews:\n    - element: "1.1"\n      by: ciso\n      on: 2026-11-20\n      decision: disputed\n      of: ec068523d93cf0da3f3382e220ff95bc\n      remarks: |\n        One.\n        Two.\n`, `framework: f\nreviews:\n    - element: "1.1"\n      by: ciso\n      on: 2026-11-20\n      decision: disputed\n      of: ec068523d93cf0da3f3382e220ff95bc\n      remarks: |\n        One.\n        Two.\n    - ${LINE}\n`],
    ['line ends', `framework: f\r\nreviews:\r\n  - ${first}\r\n`, `framework: f\r\nreviews:\r\n  - ${first}\r\n  - ${LINE}\r\n`],
    ['no line end at the end', `framework: f\nreviews:\n  - ${first}`, `framework: f\nreviews:\n  - ${first}\n  - ${LINE}\n`],
  ]
  test.each(cases)('%s', (_name, before, after) => {
    expect(addMappingReviews(before, 'f', [review])).toBe(after)
    expect(read(after).reviews).toEqual([...read(before).reviews, review])
  })
})

test('a list on one line is refused', () => expect(() => addMappingReviews(`framework: f\nreviews: [${LINE}]\n`, 'f', [review])).toThrow('no list'))

const word = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/, { maxLength: 20 })
const some = fc.record({
  element: fc.oneof(fc.stringMatching(/^[A-Za-z0-9]+([ ._-][A-Za-z0-9]+)*$/, { maxLength: 30 }), fc.constantFrom('1.10', '007', '1e5', 'y', 'no', 'null', '2026-01-01', 'A 1')), by: fc.oneof(word, fc.constantFrom('no', 'on', '1-1')), on: fc.constant('2026-11-20'),
  decision: fc.constantFrom('confirmed' as const, 'disputed' as const), of: fc.stringMatching(/^[0-9a-f]{32}$/),
  remarks: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(text)),
}) satisfies fc.Arbitrary<MappingReview>

test('whatever is written is read as what was meant', () => {
  fc.assert(fc.property(fc.array(some, { minLength: 1, maxLength: 3 }), some, (reviews, last) => {
    const text = addMappingReviews(undefined, 'f', reviews)
    expect(read(text).reviews).toEqual(reviews)
    const more = addMappingReviews(text, 'f', [last])
    expect(more.startsWith(text)).toBe(true)
    expect(read(more).reviews).toEqual([...reviews, last])
  }), { numRuns: 300 })
})

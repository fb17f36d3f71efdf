// Rules about files that stand between two frameworks: their other branches, and that one slip gives one diagnostic.
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { controlExample } from '../../src/rules/example-control.js'
import { crosswalkExample } from '../../src/rules/example-crosswalk.js'
import { editionExample } from '../../src/rules/example-edition.js'
import { reviewsExample } from '../../src/rules/example-mapping-reviews.js'
import { profileExample } from '../../src/rules/example-profile.js'
import { checkFiles, filesBelow } from '../check-files.js'

const base = filesBelow(fileURLToPath(new URL('./base', import.meta.url)))
const found = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await checkFiles({ ...base, ...files })).map(({ code, place }) => `${code} ${place.file}:${place.range.start.line}`)

const EDITION = 'frameworks/edition-2/edition-from-edition-1.yaml'
const OLDER = 'frameworks/edition-1/framework.yaml'
const NEWER = 'frameworks/edition-2/framework.yaml'
const good = editionExample()
const changed = (file: string, from: string, to: string): Readonly<Record<string, string>> => {
  expect(good[file]).toContain(from)
  return { ...good, [file]: (good[file] ?? '').replace(from, to) }
}
const second = (row: string): Readonly<Record<string, string>> => editionExample({ second: row })

describe('where the elements of an edition went', () => {
  const cases: readonly (readonly [string, () => Readonly<Record<string, string>>, readonly string[]])[] = [
    ['as it should be', () => good, []],
    ['an element that the older edition does not have', () => ({ ...changed(EDITION, 'element: A2', 'element: A3') }), [`unaccounted-element ${EDITION}:6`, `unknown-element ${EDITION}:8`]],
    ['a successor that the newer edition does not have', () => second('{ element: A2, change: merged, to: [{ element: B3, relationship: subset-of }] }'), [`unknown-element ${EDITION}:8`]],
    ['a heading of the older edition', () => changed(EDITION, 'elements:\n', 'elements:\n  - { element: A, change: gone, remarks: R. }\n'), [`mapped-heading ${EDITION}:7`]],
    ['a heading of the newer edition', () => second('{ element: A2, change: merged, to: [{ element: B, relationship: subset-of }] }'), [`mapped-heading ${EDITION}:8`]],
    ['an element twice', () => changed(EDITION, 'elements:\n', 'elements:\n  - { element: A1, change: moved, to: [{ element: B2, relationship: equal-to }] }\n'), [`duplicate-definition ${EDITION}:8`]],
    ['a successor twice', () => second('{ element: A2, change: split, to: [{ element: B1, relationship: superset-of }, { element: B1, relationship: intersects-with }] }'), [`duplicate-definition ${EDITION}:8`]],
    ['gone without a reason', () => second('{ element: A2, change: gone }'), [`missing-remarks ${EDITION}:8`]],
    ['gone with a successor', () => second('{ element: A2, change: gone, remarks: R., to: [{ element: B1, relationship: subset-of }] }'), [`wrong-change ${EDITION}:8`]],
    ['split with one successor', () => second('{ element: A2, change: split, to: [{ element: B1, relationship: superset-of }] }'), [`wrong-change ${EDITION}:8`]],
    ['equal to two', () => second('{ element: A2, change: moved, to: [{ element: B1, relationship: equal-to }, { element: B2, relationship: equal-to }] }'), [`wrong-change ${EDITION}:8`]],
    ['a successor list without one', () => second('{ element: A2, change: gone, remarks: R., to: [] }'), [`wrong-value ${EDITION}:8`]],
    ['a relationship that an edition cannot have', () => second('{ element: A2, change: merged, to: [{ element: B1, relationship: no-relationship }] }'), [`wrong-value ${EDITION}:8`]],
    ['an older edition that nobody knows', () => editionExample({ from: 'edition-0' }), [`unknown-framework ${EDITION}:2`]],
    ['a file called by another edition', () => { const { [EDITION]: text, ...rest } = good; return { ...rest, 'frameworks/edition-2/edition-from-demo-1.yaml': text ?? '' } }, ['misnamed-file frameworks/edition-2/edition-from-demo-1.yaml:2']],
    ['a file in the folder of another framework', () => { const { [EDITION]: text, ...rest } = good; return { ...rest, 'frameworks/demo-1/edition-from-edition-1.yaml': text ?? '' } }, ['misnamed-file frameworks/demo-1/edition-from-edition-1.yaml:1']],
    ['an older edition that still stands', () => changed(OLDER, 'status: superseded', 'status: final'), [`wrong-edition ${EDITION}:2`]],
    ['another edition superseded', () => changed(NEWER, 'supersedes: edition-1', 'supersedes: demo-1'), [`wrong-edition ${EDITION}:2`]],
    ['a circle', () => changed(OLDER, 'status: superseded', 'status: superseded\nsupersedes: edition-2'), [`wrong-edition ${EDITION}:2`]],
  ]
  test.each(cases)('%s', async (_name, files, codes) => expect(await found(files())).toEqual(codes))
})

describe('what a control replaces', () => {
  const FILE = 'controls/testing/TST-05.yaml'
  const replaces = (rows: string, version = '2.0.0'): Readonly<Record<string, string>> => controlExample({ version, more: `replaces:\n${rows}\n` })
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ['another control', replaces('  - { control: TST-90, version: 2.0.0, objectives: { TST-90.a: TST-05.a } }'), []],
    ['its own objectives, twice', replaces('  - { control: TST-05, version: 2.0.0, objectives: { TST-05.c: TST-05.b } }\n  - { control: TST-05, version: 3.0.0, objectives: { TST-05.b: TST-05.a } }', '3.0.0'), []],
    ['part of one that is in force', replaces('  - { control: TST-04, version: 1.0.0, objectives: { TST-04.c: TST-05.a } }', '1.0.0'), []],
    ['a control that is not there', replaces('  - { control: TST-89, version: 2.0.0 }'), [`wrong-replacement ${FILE}:12`]],
    ['at a version that it has not reached', replaces('  - { control: TST-90, version: 3.0.0 }'), [`wrong-replacement ${FILE}:12`]],
    ['its first version', replaces('  - { control: TST-05, version: 1.0.0 }'), [`wrong-replacement ${FILE}:12`]],
    ['a control twice', replaces('  - { control: TST-90, version: 2.0.0 }\n  - { control: TST-90, version: 2.0.0 }'), [`wrong-replacement ${FILE}:13`]],
    ['objectives of two others', replaces('  - { control: TST-90, version: 2.0.0, objectives: { TST-04.a: TST-05.a, TST-90.a: TST-05.b } }'), [`wrong-replacement ${FILE}:12`, `wrong-replacement ${FILE}:12`]],
  ]
  test.each(cases)('%s', async (_name, files, codes) => expect(await found(files)).toEqual(codes))
})

describe('what others published', () => {
  const CROSSWALK = 'frameworks/risks-1/published-crosswalk-demo-1.yaml'
  const good = crosswalkExample('{ from: R1, to: "1.2", remarks: Not so. }')
  const changed = (from: string, to: string): Readonly<Record<string, string>> => {
    expect(good[CROSSWALK]).toContain(from)
    return { ...good, [CROSSWALK]: (good[CROSSWALK] ?? '').replace(from, to) }
  }
  const moved = (file: string): Readonly<Record<string, string>> => { const { [CROSSWALK]: text, ...rest } = good; return { ...rest, [file]: text ?? '' } }
  const cases: readonly (readonly [string, () => Readonly<Record<string, string>>, readonly string[]])[] = [
    ['as it should be', () => good, []],
    ['a pair of an element that the first does not have', () => changed('{ from: R1, to: "1.1" }', '{ from: R2, to: "1.1" }'), [`unknown-element ${CROSSWALK}:9`]],
    ['a pair of an element that the second does not have', () => changed('{ from: R1, to: "1.1" }', '{ from: R1, to: "1.3" }'), [`unknown-element ${CROSSWALK}:9`]],
    ['a disagreement about no element', () => crosswalkExample('{ from: R1, to: "1.3", remarks: Not so. }'), [`unknown-element ${CROSSWALK}:7`]],
    ['a heading is no slip', () => changed('{ from: R1, to: "1.1" }', '{ from: R1, to: "1" }'), []],
    ['a disagreement about a heading below which ours has a pair', () => ({ ...crosswalkExample('{ from: R1, to: "1", remarks: Not so. }'), [CROSSWALK]: (crosswalkExample('{ from: R1, to: "1", remarks: Not so. }')[CROSSWALK] ?? '').replace('{ from: R1, to: "1.1" }', '{ from: R1, to: "1" }') }), [`stale-disagreement ${CROSSWALK}:7`]],
    ['a pair twice', () => changed('pairs:\n', 'pairs:\n  - { from: R1, to: "1.1" }\n'), [`duplicate-definition ${CROSSWALK}:10`]],
    ['a disagreement twice', () => changed('disagreements:\n', 'disagreements:\n  - { from: R1, to: "1.2", remarks: Not so. }\n'), [`duplicate-definition ${CROSSWALK}:8`]],
    ['a disagreement without a reason', () => crosswalkExample('{ from: R1, to: "1.2" }'), [`missing-key ${CROSSWALK}:7`]],
    ['a framework that nobody knows', () => changed('to: demo-1', 'to: demo-2'), [`unknown-framework ${CROSSWALK}:2`]],
    ['a file called by another framework', () => moved('frameworks/risks-1/published-crosswalk-risks-1.yaml'), ['misnamed-file frameworks/risks-1/published-crosswalk-risks-1.yaml:2']],
    ['a file in the folder of another framework', () => moved('frameworks/demo-1/published-crosswalk-demo-1.yaml'), ['misnamed-file frameworks/demo-1/published-crosswalk-demo-1.yaml:1']],
  ]
  test.each(cases)('%s', async (_name, files, codes) => expect(await found(files())).toEqual(codes))
})

describe('second readings', () => {
  const MAPPING = 'frameworks/demo-1/mapping.yaml'
  const row = (keys: string): string => `  - { controls: [TST-02], element: "1.2", relationship: equal-to, rationale: semantic, remarks: R., method: automation, by: passmuster, on: 2026-02-01, ${keys} }\n`
  const outside = (keys: string): Readonly<Record<string, string>> => ({ [MAPPING]: `framework: demo-1\nmaps:\n  - { controls: [TST-01], element: "1.1", relationship: subset-of, rationale: functional, method: automation, by: passmuster, on: 2026-02-01 }\noutside-catalog:\n  - { element: "1.2", remarks: R., ${keys} }\n` })
  const profiled = (checks: string): Readonly<Record<string, string>> => {
    const good = profileExample('standard-practice: true')
    return { ...good, 'frameworks/profile-1/mapping.yaml': `${good['frameworks/profile-1/mapping.yaml'] ?? ''}as-profiled-checked:\n  - ${checks}\n` }
  }
  const cases: readonly (readonly [string, () => Readonly<Record<string, string>>, readonly string[]])[] = [
    ['of a row by somebody else on the same day', () => ({ [MAPPING]: `framework: demo-1\nmaps:\n${row('checked: { by: second-reader, on: 2026-02-01 }')}` }), []],
    ['of a row before it was written', () => ({ [MAPPING]: `framework: demo-1\nmaps:\n${row('checked: { by: second-reader, on: 2026-01-31 }')}` }), [`wrong-check ${MAPPING}:3`]],
    ['of an element outside the catalog by who says so', () => outside('by: passmuster, checked: { by: passmuster, on: 2026-02-01 }'), [`wrong-check ${MAPPING}:5`]],
    ['of an element outside the catalog of which nobody says who', () => outside('checked: { by: passmuster, on: 2026-02-01 }'), []],
    ['of an entry that is taken as profiled', () => profiled('{ elements: [1.1.secure], by: second-reader, on: 2026-02-01 }'), []],
    ['of an entry that is not', () => profiled('{ elements: [1.2.secure], by: second-reader, on: 2026-02-01 }'), ['wrong-check frameworks/profile-1/mapping.yaml:4']],
  ]
  test.each(cases)('%s', async (_name, files, codes) => expect(await found(files())).toEqual(codes))
})

describe('what a profile says for every focus area', () => {
  const PROFILE = 'frameworks/profile-1/framework.yaml'
  const profile = (considerations: string): Readonly<Record<string, string>> => {
    const good = profileExample('standard-practice: true, opportunities: Sorts alerts.')
    return { ...good, [PROFILE]: (good[PROFILE] ?? '').replace('entries:', `considerations:\n${considerations}entries:`) }
  }
  const cases: readonly (readonly [string, () => Readonly<Record<string, string>>, readonly string[]])[] = [
    ['of another element leaves an entry as profiled', () => profile('  - { element: "1.2", consideration: Watch it. }\n'), []],
    ['of an element whose entry is taken as profiled', () => profile('  - { element: "1.1", consideration: Watch it. }\n'), ['wrong-as-profiled frameworks/profile-1/mapping.yaml:2']],
    ['of an element that is not there', () => profile('  - { element: "1.3", consideration: Watch it. }\n'), [`unknown-element ${PROFILE}:15`]],
    ['twice of one element', () => profile('  - { element: "1.2", consideration: Watch it. }\n  - { element: "1.2", consideration: Watch it. }\n'), [`duplicate-definition ${PROFILE}:16`]],
    ['in a catalog', () => ({ 'frameworks/demo-1/framework.yaml': `${base['frameworks/demo-1/framework.yaml'] ?? ''}considerations:\n  - { element: "1.2", consideration: Watch it. }\n` }), ['wrong-framework-kind frameworks/demo-1/framework.yaml:15']],
  ]
  test.each(cases)('%s', async (_name, files, codes) => expect(await found(files())).toEqual(codes))
})

describe('readings by named persons', () => {
  const REVIEWS = 'frameworks/demo-1/mapping-reviews.yaml'
  const of = 'ec068523d93cf0da3f3382e220ff95bc'
  const line = (keys: string): string => `  - { element: "1.2", controls: [TST-02], on: 2026-02-10, ${keys} }\n`
  const reviews = (...lines: readonly string[]): Readonly<Record<string, string>> => ({ [REVIEWS]: `framework: demo-1\nreviews:\n${lines.join('')}` })
  const mapping = (from: string, to: string): Readonly<Record<string, string>> => {
    const text = base['frameworks/demo-1/mapping.yaml'] ?? ''
    expect(text).toContain(from)
    return { ...reviewsExample({}), 'frameworks/demo-1/mapping.yaml': text.replace(from, to) }
  }
  const cases: readonly (readonly [string, () => Readonly<Record<string, string>>, readonly string[]])[] = [
    ['by somebody unknown', () => reviewsExample({ by: 'nobody' }), [`wrong-mapping-review ${REVIEWS}:3`]],
    ['by who wrote the row', () => mapping('remarks: The same thing., method: automation, by: passmuster', 'remarks: The same thing., method: human, by: reviewer'), [`wrong-mapping-review ${REVIEWS}:3`]],
    ['a dispute without a reason', () => reviewsExample({ decision: 'disputed' }), [`disputed-mapping ${REVIEWS}:3`, `wrong-mapping-review ${REVIEWS}:3`]],
    ['a dispute that its reader took back', () => reviews(line(`by: reviewer, decision: disputed, remarks: R., of: ${of}`), line(`by: reviewer, decision: confirmed, of: ${of}`)), []],
    ['a dispute that somebody else does not share', () => reviews(line(`by: reviewer, decision: disputed, remarks: R., of: ${of}`), line(`by: ciso, decision: confirmed, of: ${of}`)), [`disputed-mapping ${REVIEWS}:3`]],
    ['of a row with other remarks', () => mapping('The same thing.', 'Nearly the same.'), [`stale-mapping-review ${REVIEWS}:3`]],
    ['of a row with another relationship', () => mapping('relationship: equal-to', 'relationship: superset-of'), [`stale-mapping-review ${REVIEWS}:3`]],
    ['of a row whose control has a new major version', () => ({ ...reviewsExample({}), 'controls/testing/TST-02.yaml': (base['controls/testing/TST-02.yaml'] ?? '').replace(/^version: .*$/m, 'version: 9.0.0') }), [`stale-mapping-review ${REVIEWS}:3`]],
    ['of a row with another date of writing', () => mapping('remarks: The same thing., method: automation, by: passmuster, on: 2026-02-01', 'remarks: The same thing., method: automation, by: passmuster, on: 2026-02-03'), []],
    ['of a row that was read again after it changed', () => reviews(line('by: reviewer, decision: confirmed, of: a0000000000000000000000000000000'), line(`by: reviewer, decision: confirmed, of: ${of}`)), []],
    ['of a set that is not mapped', () => reviews(line(`by: reviewer, decision: confirmed, of: ${of}`).replace('[TST-02]', '[TST-02, TST-01]')), [`stale-mapping-review ${REVIEWS}:3`]],
    ['of an element that is not there', () => reviews(line(`by: reviewer, decision: confirmed, of: ${of}`).replace('"1.2"', '"1.3"')), [`unknown-element ${REVIEWS}:3`]],
    ['of a framework that is not there', () => ({ [REVIEWS]: `framework: demo-2\nreviews:\n${line(`by: reviewer, decision: confirmed, of: ${of}`)}` }), [`unknown-framework ${REVIEWS}:1`]],
  ]
  test.each(cases)('%s', async (_name, files, codes) => expect((await found(files())).filter((code) => code.includes(' frameworks/'))).toEqual(codes))
})

import { describe, expect, test } from 'vitest'
import { github } from '../../src/reporters/github.js'
import { wholeFile } from '../../src/source/place.js'
import { builtinDiagnostic, context, diagnosticAt, FILE, manyDiagnostics } from './make-diagnostic.js'

const lines = (text: string): readonly string[] => text.split('\n').slice(0, -1)
const starting = (text: string, start: string): readonly string[] => lines(text).filter((line) => line.startsWith(start))

test('an annotation of each kind, relative to the git root', () => {
  const diagnostics = [
    diagnosticAt('2026-01-10'),
    diagnosticAt('TST-03', { code: 'unplanned-gap', severity: 'warning', message: 'The gap in TST-03 has no plan.', hint: 'Open an item under `poam`.' }),
    diagnosticAt('implemented', { code: 'accepted-gap', severity: 'note', message: 'An exception covers it.', hint: 'Close it.', related: [{ message: 'It ends there.', place: diagnosticAt('TST-03').place }] }),
  ]
  expect(github.render(diagnostics, { ...context, prefix: 'governance/' })).toBe(
    `::error file=governance/${FILE},line=14,endLine=14,col=16,endColumn=26,title=stale-evidence::Evidence \`red-team-2026-01-10\` was collected on 2026-01-10 and was valid for 90 days.%0ARun the red-team suite again and collect its report.\n` +
    `::warning file=governance/${FILE},line=2,endLine=2,col=14,endColumn=20,title=unplanned-gap::The gap in TST-03 has no plan.%0AOpen an item under \`poam\`.\n` +
    `::notice file=governance/${FILE},line=4,endLine=4,col=13,endColumn=24,title=accepted-gap::An exception covers it.%0AClose it.%0Arelated: ${FILE}:2:14 It ends there.\n`,
  )
})

test('none gives nothing', () => expect(github.render([], context)).toBe(''))

test('several on one line are all there', () => {
  const output = github.render([diagnosticAt('2026-01-10'), diagnosticAt('2026-01-10', { code: 'unplanned-gap' }), diagnosticAt('2026-01-10')], context)
  expect(starting(output, `::error file=${FILE},line=14,`)).toHaveLength(3)
})

test('a range of several lines has no columns', () => {
  const [line] = lines(github.render([diagnosticAt('type: red-team-result\n    component: llm')], context))
  expect(line).toContain(',line=9,endLine=10,title=')
})

test('a range that ends with a line break does not mark the next line', () => {
  const [line] = lines(github.render([diagnosticAt('type: red-team-result\n    component: llm\n')], context))
  expect(line).toContain(',line=9,endLine=10,title=')
})

test('a file as a whole is its first line', () => {
  const [line] = lines(github.render([{ ...diagnosticAt('TST-03'), place: wholeFile(FILE) }], context))
  expect(line).toContain(',line=1,endLine=1,col=1,endColumn=1,title=')
})

test('a built-in file is named in the message, and is no place', () => {
  expect(github.render([builtinDiagnostic], { ...context, prefix: 'governance/' })).toBe(
    '::error title=unknown-evidence-type::builtin:controls/testing/TST-03.yaml: There is no evidence type `red-team`.%0AAdd `evidence-types/red-team.yaml`.\n',
  )
})

describe('escaping', () => {
  test('a message cannot end its command or begin another', () => {
    const output = github.render([diagnosticAt('TST-03', { message: 'a %0A::error::b\r\n::set-output name=x::y', hint: '100% ::stop-commands::x' })], context)
    expect(output).toBe(`::error file=${FILE},line=2,endLine=2,col=14,endColumn=20,title=stale-evidence::a %250A::error::b\ufffd ::set-output name=x::y%0A100%25 ::stop-commands::x\n`)
  })

  test('a file name cannot add a property', () => {
    const output = github.render([diagnosticAt('TST-03', { file: 'a,title=b::c%3A\n\r.yaml' })], context)
    expect(output).toMatch(/^::error file=a%2Ctitle=b%3A%3Ac%253A%0A\ufffd\.yaml,line=2,/)
    expect(lines(output)).toHaveLength(1)
  })
})

test('a title cannot end its property', () => {
  expect(github.render([diagnosticAt('TST-03', { code: 'a\r\nb,c:%' })], context)).toContain(',title=a%0D%0Ab%2Cc%3A%25::')
})

describe('more than GitHub shows', () => {
  const kinds = (errors: number, warnings: number, notes: number) =>
    [...manyDiagnostics(notes, { severity: 'note' }), ...manyDiagnostics(warnings, { severity: 'warning' }), ...manyDiagnostics(errors)]

  test('ten of each kind need no closing notice', () => {
    const output = github.render(kinds(10, 10, 10), context)
    expect(lines(output)).toHaveLength(30)
    expect(starting(output, '::notice ')).toHaveLength(10)
  })

  test('the worst come first', () => {
    const about = (severity: 'low' | 'critical') => ({ application: 'a', severity })
    const output = github.render([diagnosticAt('TST-03', { severity: 'note', code: 'd' }), diagnosticAt('TST-03', { about: about('low'), code: 'c' }), diagnosticAt('TST-03', { about: about('critical'), code: 'b' }), diagnosticAt('TST-03', { code: 'a' })], context)
    expect(lines(output).map((line) => line.match(/title=(\w)/)?.[1])).toEqual(['a', 'b', 'c', 'd'])
  })

  test('the rest stands in the log, and the last line says so', () => {
    const output = lines(github.render(kinds(12, 11, 0), context))
    expect(output.slice(-6)).toEqual([
      '::group::3 diagnostics without an annotation',
      `${FILE}:14:16 error stale-evidence: Control C-10 is not satisfied. Run the red-team suite again and collect its report.`,
      `${FILE}:14:16 error stale-evidence: Control C-11 is not satisfied. Run the red-team suite again and collect its report.`,
      `${FILE}:14:16 warning stale-evidence: Control C-10 is not satisfied. Run the red-team suite again and collect its report.`,
      '::endgroup::',
      '::notice title=muster validate::3 more are not shown here, because GitHub shows at most 10 annotations of a kind for a step. The log of this step lists them.',
    ])
  })

  test('the closing notice is one of the ten that are shown', () => {
    const output = github.render(kinds(0, 0, 11), context)
    expect(starting(output, '::notice ')).toHaveLength(10)
    expect(lines(output).at(-1)).toContain('::2 more are not shown here')
    const several = github.render(kinds(11, 0, 3), context)
    expect(starting(several, '::notice ')).toHaveLength(4)
    expect(lines(several).at(-1)).toContain('::1 more is not shown here')
  })

  test('nothing is lost among 6,000', () => {
    const output = github.render(manyDiagnostics(6000), context)
    expect(new Set(output.match(/Control C-\d+ /g))).toHaveLength(6000)
    expect(starting(output, '::error ')).toHaveLength(10)
    expect(lines(output).at(-1)).toContain('::5,990 more are not shown here')
  })
})

test('a long message leaves room for its hint', () => {
  const [line = ''] = lines(github.render([diagnosticAt('TST-03', { message: 'x'.repeat(5000) })], context))
  expect(line.length).toBeLessThan(4096)
  expect(line).toContain('…%0ARun the red-team suite again')
})

import { describe, expect, test } from 'vitest'
import { isClosed, isOpen, scheduleOf } from '../../src/model/poam.js'
import type { PoamItem } from '../../src/schema/types.js'

const item: PoamItem = {
  id: 'a', control: 'TST-01', weakness: 'w', plan: 'p', owner: 'o', opened: '2026-02-01', 'scheduled-completion': '2026-03-01',
  'milestone-changes': [{ on: '2026-02-20', by: 'o', reason: 'later', 'scheduled-completion': '2026-04-01' }, { on: '2026-03-20', by: 'o', reason: 'a note' }],
  closed: { on: '2026-04-10', by: 'o' },
}

describe('a plan on a day', () => {
  test.each([['2026-02-19', '2026-03-01'], ['2026-02-20', '2026-04-01'], ['2026-12-31', '2026-04-01']])('on %s it is to be done by %s', (asOf, day) => expect(scheduleOf(item, asOf).day).toBe(day))
  test.each([['2026-01-31', false, false], ['2026-02-01', true, false], ['2026-04-09', true, false], ['2026-04-10', false, true]])('on %s open %s, closed %s', (asOf, open, closed) => expect([isOpen(item, asOf), isClosed(item, asOf)]).toEqual([open, closed]))
})

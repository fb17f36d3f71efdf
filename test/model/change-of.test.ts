import { expect, test } from 'vitest'
import { changeOf } from '../../src/model/change-of.js'

const KINDS = ['equal-to', 'superset-of', 'subset-of', 'intersects-with'] as const
const ids = ['A', 'B']

test('every one and every two successors', () => {
  expect(changeOf({ element: 'A' })).toBe('gone')
  for (const first of KINDS) for (const id of ids) {
    const one = { element: id, relationship: first }
    expect(changeOf({ element: 'A', to: [one] })).toBe(first === 'equal-to' ? (id === 'A' ? 'same' : 'moved') : first === 'subset-of' ? 'merged' : 'revised')
    for (const second of KINDS) {
      const two = changeOf({ element: 'A', to: [one, { element: 'C', relationship: second }] })
      const either = (kind: (typeof KINDS)[number]): boolean => first === kind || second === kind
      expect(two).toBe(either('equal-to') ? (first === 'equal-to' && id === 'A' ? 'same' : 'moved') : either('subset-of') ? 'merged' : 'split')
    }
  }
})

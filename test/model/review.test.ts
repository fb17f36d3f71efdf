import { describe, expect, test } from 'vitest'
import { judgeReviews } from '../../src/model/review.js'
import type { KnownPerson, Review } from '../../src/schema/types.js'

const NOW = 'a'.repeat(32)
const BEFORE = 'b'.repeat(32)
const people = new Map<string, KnownPerson>([{ id: 'reviewer', title: 'R' }, { id: 'second', title: 'S' }, { id: 'owner', title: 'O' }, { id: 'team', title: 'T', group: true }].map((person) => [person.id, person]))

/** `who day decision [of what] [until day]`, for instance `reviewer 09-14 accepted of before until 10-01`. */
function review(line: string): Review {
  const [, by = '', on = '', decision = '', of, until] = /^(\S+) (\S+) (\S+?)(?: of (before))?(?: until (\S+))?$/.exec(line) ?? []
  return { by, on: `2026-${on}`, decision: decision === 'returned' ? 'returned' : 'accepted', of: of ? BEFORE : NOW, ...(until && { expires: `2026-${until}` }) }
}

const judge = (lines: readonly string[], cutoff = '2026-09-30', asOf?: string): string => {
  const { state, index } = judgeReviews(lines.map(review), () => NOW, ['owner', 'engineer'], people, cutoff, asOf)
  return index === undefined ? state : `${state} ${index}`
}

describe('on 2026-09-30, by anybody but the owner and the engineer who filed it', () => {
  test.each<[string, readonly string[], string]>([
    ['nothing', [], 'none'],
    ['an acceptance', ['reviewer 09-14 accepted'], 'accepted 0'],
    ['a return', ['reviewer 09-14 returned'], 'returned 0'],
    ['of the day itself', ['reviewer 09-30 accepted'], 'accepted 0'],
    ['of the day after', ['reviewer 10-01 accepted'], 'none'],
    ['of a later day beside an earlier one', ['reviewer 09-14 returned', 'reviewer 10-01 accepted'], 'returned 0'],
    ['of other content', ['reviewer 09-14 accepted of before'], 'changed 0'],
    ['a return of other content', ['reviewer 09-14 returned of before'], 'changed 0'],
    ['of other content, then of this', ['reviewer 09-14 accepted of before', 'reviewer 09-15 accepted'], 'accepted 1'],
    ['of this content, then of other', ['reviewer 09-14 accepted', 'reviewer 09-15 accepted of before'], 'accepted 0'],
    ['of other content, the last one named', ['reviewer 09-14 accepted of before', 'reviewer 09-15 accepted of before'], 'changed 1'],
    ['accepted, then returned', ['reviewer 09-14 accepted', 'second 09-15 returned'], 'returned 1'],
    ['returned, then accepted', ['reviewer 09-14 returned', 'second 09-15 accepted'], 'accepted 1'],
    ['the day decides, not the order', ['reviewer 09-15 returned', 'second 09-14 accepted'], 'returned 0'],
    ['on one day the order decides', ['reviewer 09-15 returned', 'second 09-15 accepted'], 'accepted 1'],
    ['by the owner', ['owner 09-14 accepted'], 'none'],
    ['by the submitter', ['engineer 09-14 accepted'], 'none'],
    ['a return by the owner is none either', ['reviewer 09-14 accepted', 'owner 09-15 returned'], 'accepted 0'],
    ['by a group', ['team 09-14 accepted'], 'none'],
    ['by somebody unknown', ['nobody 09-14 accepted'], 'none'],
    ['on the last day of its validity', ['reviewer 09-14 accepted until 09-30'], 'accepted 0'],
    ['the day after', ['reviewer 09-14 accepted until 09-29'], 'expired 0'],
    ['expired, after one without end', ['reviewer 09-10 accepted', 'reviewer 09-14 accepted until 09-29'], 'expired 1'],
    ['expired, and accepted anew', ['reviewer 09-14 accepted until 09-29', 'reviewer 09-29 accepted'], 'accepted 1'],
    ['expired, and of other content', ['reviewer 09-14 accepted of before until 09-20'], 'changed 0'],
    ['a return does not expire', ['reviewer 09-14 returned until 09-20'], 'returned 0'],
  ])('%s: %j is %s', (_, lines, expected) => expect(judge(lines)).toBe(expected))

  test('no list is no review', () => expect(judgeReviews(undefined, NOW, [], people, '2026-09-30')).toEqual({ state: 'none' }))
})

describe('with a cutoff of 2026-10-20 as of 2026-09-30', () => {
  test.each([
    ['a review of the closing days counts', 'reviewer 10-20 accepted', 'accepted 0'],
    ['one after the cutoff does not', 'reviewer 10-21 accepted', 'none'],
    ['what expires in the closing days held on the day', 'reviewer 09-14 accepted until 10-05', 'accepted 0'],
    ['what expired before did not', 'reviewer 09-14 accepted until 09-29', 'expired 0'],
  ])('%s', (_, line, expected) => expect(judge([line], '2026-10-20', '2026-09-30')).toBe(expected))
})

import type { EditionChange } from '../schema/types.js'

/** What became of an element of an older edition, as its successors show. */
export function changeOf({ element, to = [] }: Pick<EditionChange, 'element' | 'to'>): EditionChange['change'] {
  const equal = to.find((successor) => successor.relationship === 'equal-to')
  if (equal) return equal.element === element ? 'same' : 'moved'
  if (to.some((successor) => successor.relationship === 'subset-of')) return 'merged'
  return to.length > 1 ? 'split' : to.length === 1 ? 'revised' : 'gone'
}

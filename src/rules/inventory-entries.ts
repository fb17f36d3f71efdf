import type { LibraryContext } from './rule.js'

/** Whether the inventory has an entry of that name, be it one that could not be read: what is wrong with it is told there. */
export const isEntry = ({ inventory, unreadable }: LibraryContext, id: string): boolean =>
  inventory.has(id) || unreadable?.has(id) === true || [...inventory.values()].some((entry) => entry.id === id)

import type { LibraryContext } from './rule.js'

/** Whether the inventory has an entry of that name, be it one that could not be read: what is wrong with it is told there. */
export const isEntry = ({ inventory, unread }: LibraryContext, id: string): boolean =>
  inventory.has(id) || unread.has(id) || [...inventory.values()].some((entry) => entry.id === id)

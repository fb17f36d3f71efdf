/** A name as an id: `Customer Support (EU)` is `customer-support-eu`; empty where nothing of it can stand in one. */
export const slugOf = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '')

/** Whether a text can be an id. */
export const isSlug = (text: string): boolean => /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(text) && text.length <= 80

/** An id as a name: `support-assistant` is `Support assistant`. */
export const titleOf = (slug: string): string => `${slug.charAt(0).toUpperCase()}${slug.slice(1).replaceAll('-', ' ')}`

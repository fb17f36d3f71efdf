/** What `muster list` lists. */
export const LISTED = ['applications', 'characteristics', 'controls', 'elements', 'evidence', 'evidence-types', 'frameworks', 'rules'] as const

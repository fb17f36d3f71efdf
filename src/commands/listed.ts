/** What `muster list` lists. */
export const LISTED = ['applications', 'characteristics', 'controls', 'documents', 'elements', 'evidence', 'evidence-types', 'frameworks', 'mappings', 'rules', 'sections'] as const

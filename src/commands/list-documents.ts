import { documents } from '../document/documents.js'
import { sections } from '../document/sections/index.js'

type Entry = Readonly<Record<string, unknown>> & { readonly id: string; readonly title: string }

/** The documents as `muster list documents` shows them. */
export const documentEntries = (): readonly Entry[] => documents.map(({ id, about, summary, frameworks }) => ({ id, title: summary, about, frameworks: frameworks ?? [] }))

/** The sections as `muster list sections` shows them: the slots that a template may have. */
export const sectionEntries = (): readonly Entry[] => sections.map(({ name, summary, kind, options }) => ({ id: name, title: summary, kind, options }))

import { text } from '../nodes.js'
import type { InlineSection } from '../section.js'

/** The name of the organization. */
export const organization: InlineSection = { name: 'organization', kind: 'inline', summary: 'the name of the organization in muster.yaml', options: {}, render: ({ library }) => [text(library.config.title)] }

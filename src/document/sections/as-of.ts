import { text } from '../nodes.js'
import type { InlineSection } from '../section.js'

/** The day as of which everything was assessed. */
export const asOf: InlineSection = { name: 'as-of', kind: 'inline', summary: 'the day as of which everything was assessed', options: {}, render: (context) => [text(context.asOf)] }

import { pageBreak as toPageBreak } from '../nodes.js'
import type { BlockSection } from '../section.js'

/** A new page. */
export const pageBreak: BlockSection = { name: 'page-break', kind: 'block', summary: 'a new page, where the format has pages', options: {}, render: () => [toPageBreak()] }

import type { BlockSection } from '../section.js'

/** The table of contents. */
export const contents: BlockSection = {
  name: 'contents', kind: 'block', summary: 'the table of contents',
  options: { depth: { summary: 'the deepest headings that it lists', values: ['2', '3', '4'], default: '2' } },
  render: (_context, { depth }) => [{ type: 'contents', data: { depth: depth === '4' ? 4 : depth === '3' ? 3 : 2 } }],
}

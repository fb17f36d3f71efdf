import { entryName } from '../cells.js'
import { text } from '../nodes.js'
import type { InlineSection } from '../section.js'

/** What the document is about: the entry, or the portfolio of the organization. */
export const subject: InlineSection = {
  name: 'subject', kind: 'inline', summary: 'what the document is about: the title and id of the application, or the portfolio', options: {},
  render: (context) => [text(context.subject ? entryName(context.subject) : context.texts.portfolio)],
}

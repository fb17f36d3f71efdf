import { Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import { textsIn } from '../texts/index.js'
import type { DocumentControl } from '../tree.js'
import { textRun } from './inline-runs.js'

/** The header of every page: whose document it is, and below it what has to be known on every page. */
export const headerOf = ({ organization, title, subtitle, notice }: DocumentControl): Header => new Header({
  children: [
    new Paragraph({ style: 'Header', children: [textRun(`${organization} · ${title.includes(subtitle) ? title : `${title}: ${subtitle}`}`)] }),
    ...(notice === undefined ? [] : [new Paragraph({ style: 'Notice', children: [textRun(notice)] })]),
  ],
})

/** The footer of every page: as of when, by which tool, and the number of the page. */
export function footerOf({ language, asOf, tool }: DocumentControl, width: number): Footer {
  const { printer } = textsIn(language)
  return new Footer({
    children: [new Paragraph({
      style: 'Footer', tabStops: [{ type: TabStopType.RIGHT, position: width }],
      children: [textRun(`${printer.asOf} ${asOf} · ${tool.name} ${tool.version}`), new TextRun({ children: [`\t${printer.page} `, PageNumber.CURRENT, ` ${printer.of} `, PageNumber.TOTAL_PAGES] })],
    })],
  })
}

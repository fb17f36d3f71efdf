import type { IXmlableObject } from 'docx'

const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text without what XML has no place for, not even escaped; a mark stands in its stead. */
export const printable = (text: string): string => text.replace(NO_CHARACTER, '\ufffd')

/** Text as content or attribute of an XML element. */
export const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** What docx makes of a component, as XML. */
export const xmlText = (component: IXmlableObject): string => Object.entries(component).map(([name, content]) => elementText(name, content)).join('')

function elementText(name: string, content: unknown): string {
  let attributes = ''
  let inner = ''
  for (const part of Array.isArray(content) ? content : [content]) {
    if (isObject(part) && isObject(part['_attr'])) {
      for (const [key, value] of Object.entries(part['_attr'])) if (value !== undefined) attributes += ` ${key}="${escaped(String(value))}"`
    } else if (isObject(part)) inner += xmlText(part)
    else if (part !== undefined && part !== null) inner += escaped(String(part))
  }
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

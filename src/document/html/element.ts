import type { Element, ElementContent, Properties } from 'hast'

/** An HTML element. */
export const element = (tagName: string, properties: Properties, ...children: readonly (ElementContent | string)[]): Element => ({
  type: 'element', tagName, properties, children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
})

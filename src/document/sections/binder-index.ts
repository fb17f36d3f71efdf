import { run } from '../cells.js'
import { code, text } from '../nodes.js'
import type { InlineSection } from '../section.js'

/** The files that hold the index of a binder, one for each format. */
export const binderIndex: InlineSection = {
  name: 'binder-index', kind: 'inline', summary: 'binder: the files that hold its index, one for each format', options: {},
  render: ({ binder, texts }) => {
    const names = (binder?.index ?? []).map((name) => code(name))
    const last = names.at(-1)
    if (last === undefined) return [text(texts.nobody)]
    return names.length === 1 ? [last] : run(...names.slice(0, -1).flatMap((name, index) => (index === 0 ? [name] : [', ', name])), ` ${texts.or} `, last)
  },
}

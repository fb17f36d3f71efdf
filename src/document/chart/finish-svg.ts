import type { ChartFacts } from '../tree.js'
import { COLOURS } from './colours.js'

/** The output of the drawing library without what a still picture does not need, with title, description and dark colours. Nothing in it depends on what was drawn before. */
export function finishSvg({ id, title, alt }: ChartFacts, svg: string): string {
  const still = svg
    .replace(/<style\s*>[\s\S]*?<\/style>/g, '') // what happens under a pointer
    .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
    .replace(/ fill="#000"/g, ' fill="none"') // lines of the legend, which have no inside
    .replace(/ xmlns:xlink="[^"]*"| version="1.1"| baseProfile="full"/g, '')
    .replace(/\bzr\d+-/g, `${id}-`) // numbered by how many were drawn in the process
    .replace(/>\n*</g, '>\n<') // an element a line, for a diff
  return still.replace(/^<svg /, `<svg class="muster-chart" role="img" aria-labelledby="${id}-title ${id}-description" `).replace('>', `>\n<title id="${id}-title">${escape(title)}</title>\n<desc id="${id}-description">${escape(alt)}</desc>\n<style>${DARK}</style>`)
}

const DARK = `@media screen and (prefers-color-scheme:dark){${COLOURS.map(({ light, dark }) => `.muster-chart [fill="${light}"]{fill:${dark}}.muster-chart [stroke="${light}"]{stroke:${dark}}`).join('')}}`

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

import type { ChartFacts, ChartTone } from '../tree.js'

/** A colour on a light ground, and the one that stands for it on a dark ground. */
export type Colour = { readonly light: string; readonly dark: string }

/** Colours of a chart beside its series. No two colours of this file are the same on a light ground, because the dark ones are found by them. */
export const GROUND: Colour = { light: '#ffffff', dark: '#14181d' }
export const INK: Colour = { light: '#1a1f26', dark: '#e7ebf0' }
export const QUIET: Colour = { light: '#4c5562', dark: '#aeb8c4' }
export const RULE: Colour = { light: '#d5dae0', dark: '#39424d' }

// Words on the first colour of a tone have the colour of the ground, words on the second that of the ink; each pair has a contrast of 4.5 at least, which a test holds.
const TONES: Readonly<Record<ChartTone, readonly [strong: Colour, soft: Colour]>> = {
  good: [{ light: '#1b7a49', dark: '#63c993' }, { light: '#9bd6b5', dark: '#1c5c3c' }],
  partial: [{ light: '#9a5800', dark: '#e5a33f' }, { light: '#f1c784', dark: '#6b430a' }],
  bad: [{ light: '#bf382a', dark: '#f7aa9e' }, { light: '#efb3ab', dark: '#7e2c22' }],
  worse: [{ light: '#7a1029', dark: '#ec5778' }, { light: '#e39ab0', dark: '#6b1a30' }],
  accepted: [{ light: '#5656ad', dark: '#a9a6f0' }, { light: '#c6c5f0', dark: '#3c3b80' }],
  absent: [{ light: '#5f6975', dark: '#8d99a6' }, { light: '#c3cad2', dark: '#444e59' }],
  neutral: [{ light: '#3f5d7a', dark: '#8fb4d6' }, { light: '#b5cbe0', dark: '#2c4660' }],
}

/** The colour of each series, and that of words on it: the second series of a tone is told from the first. */
export const coloursOf = ({ series }: ChartFacts): readonly { readonly fill: Colour; readonly words: Colour }[] =>
  series.map(({ tone = 'neutral' }, index) => {
    const soft = series.slice(0, index).filter((other) => (other.tone ?? 'neutral') === tone).length % 2 === 1
    return { fill: TONES[tone][soft ? 1 : 0], words: soft ? INK : GROUND }
  })

/** Every colour that a chart may hold. */
export const COLOURS: readonly Colour[] = [GROUND, INK, QUIET, RULE, ...Object.values(TONES).flat()]

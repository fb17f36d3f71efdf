import { de } from './de.js'
import { en } from './en.js'
import type { Texts } from './texts.js'

export type { Texts } from './texts.js'

/** The languages of documents, each with its table. */
export const languages = { en, de } satisfies Record<string, Texts>

export type Language = keyof typeof languages

export const LANGUAGES = Object.keys(languages) as readonly Language[] // its own keys

/** The texts of a language. */
export const textsIn = (language: Language): Texts => languages[language]

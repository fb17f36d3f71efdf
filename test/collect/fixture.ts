import { readFileSync } from 'node:fs'

/** The text of a file that a tool could have written. */
export const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

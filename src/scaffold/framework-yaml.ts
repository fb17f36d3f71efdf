import { stringify } from 'yaml'
import type { Framework, OfficialText } from '../schema/types.js'

// Every text in quotation marks: it is another's, and no reader shall take part of it for something else.
const yaml = (value: object): string => stringify(value, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', doubleQuotedAsJSON: true, aliasDuplicateObjects: false })

/** The text of a `framework.yaml` that was imported. */
export const frameworkYaml = (framework: Framework): string => `# Written by \`muster import\`. It is yours now: edit it as you like.\n${yaml(framework)}`

/** The text of an `official-text.yaml`. */
export const officialTextYaml = (text: OfficialText): string =>
  `# Written by \`muster import\`. The text is the publisher's: keep to its licence, above all where this file is passed on.\n${yaml(text)}`

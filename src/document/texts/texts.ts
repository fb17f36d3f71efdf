import type { en } from './en.js'

/** The topics of an AI system impact assessment, after the headings of ISO/IEC 42005, 6.2 to 6.9. */
export const IMPACT_TOPICS = [
  'scope', 'description', 'functionalities', 'purpose', 'intended-uses', 'unintended-uses', 'data', 'data-quality', 'algorithms', 'models', 'environment', 'parties', 'impacts', 'failures', 'measures',
] as const
export type ImpactTopic = (typeof IMPACT_TOPICS)[number]

/** Every text that the tool itself writes in documents, in one language. What is in files, reasons of findings and the catalog stay in the language in which they are written. */
export type Texts = typeof en

import type { Reporter } from './reporter.js'

/** Diagnostics for machines. */
export const json: Reporter = { id: 'json', summary: 'for machines', render: (diagnostics) => `${JSON.stringify({ diagnostics }, null, 2)}\n` }

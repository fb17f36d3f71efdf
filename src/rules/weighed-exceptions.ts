import type { Located } from '../model/doc.js'
import { gapSeverity } from '../model/risk-tier.js'
import type { Exception, Severity } from '../schema/types.js'
import type { ApplicationContext } from './rule.js'

/** An exception that can still hold, with the severity of the gap that it accepts. */
export type WeighedException = { readonly part: Located<Exception>; readonly severity: Severity }

/** The exceptions of an application for known controls. One that has ended is history: tiers and tables change, and it cannot be mended any more. */
export function* weighedExceptions({ library, files, facts, asOf }: ApplicationContext): Iterable<WeighedException> {
  for (const part of files.exceptions) {
    const control = library.controls.get(part.data.control)?.control
    if (control === undefined || part.data.expires < asOf) continue
    yield { part, severity: gapSeverity(library.catalog, control.severity, facts.tier) }
  }
}

import type { Diagnostic } from '../source/diagnostic.js'
import type { RuleInfo } from '../source/rule-info.js'

/** Colours a piece of text, or returns it as it is. */
export type Paint = Readonly<Record<'red' | 'yellow' | 'blue' | 'green' | 'dim' | 'bold', (text: string) => string>>

/** What a reporter knows beside the diagnostics. */
export type ReportContext = {
  readonly rules: ReadonlyMap<string, RuleInfo>
  readonly tool: { readonly name: string; readonly version: string; readonly uri: string }
  readonly paint: Paint
  /** Path from the git root to the folder of `muster.yaml`, with a closing slash; empty when they are the same. */
  readonly prefix: string
  /** The command that ran: `validate` or `gap`. */
  readonly command: string
}

/** Turns diagnostics into text. Pure; the diagnostics come sorted. */
export type Reporter<Id extends string = string> = {
  readonly id: Id
  /** One sentence for `--help`. */
  readonly summary: string
  readonly render: (diagnostics: readonly Diagnostic[], context: ReportContext) => string
}

import type { CivilDate } from '../schema/types.js'

/** What a collector read in a text, or one sentence that says why it read nothing. */
export type Collected =
  | {
      /** Figures by the metric ids of the evidence types. A figure that the text does not give is absent, never a guess. */
      readonly metrics: Readonly<Record<string, number | boolean>>
      /** The version of the tool, or of the format where the tool is one. */
      readonly version?: string
      /** The day on which the tool ran, in UTC where the text gives an offset. */
      readonly collected?: CivilDate
    }
  | { readonly problem: string }

/** Reads the output of one tool. It declares what it reads, opens nothing itself, and throws at no input whatever. */
export type Collector = {
  /** The tool, as in `source.tool` of evidence. */
  readonly tool: string
  /** What it reads, in one sentence. */
  readonly summary: string
  /** Media types of the files that it reads. */
  readonly mediaTypes: readonly string[]
  /** The metrics that it can read. */
  readonly metrics: readonly string[]
  /** Reads the whole text of one file. */
  readonly collect: (text: string) => Collected
}

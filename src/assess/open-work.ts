import { addDays } from '../model/dates.js'
import { rankOf } from '../model/risk-tier.js'
import type { CivilDate, FrozenApplication, Severity } from '../schema/types.js'

/** One thing that is still open at the end of a quarter. */
export type OpenItem = { readonly application: string; readonly about: string; readonly since?: CivilDate; readonly due?: CivilDate; readonly severity?: Severity }

/** What is still open at the end of a quarter, by what it is; the most urgent first. */
export type OpenWork = {
  readonly 'not-assessed': readonly OpenItem[]
  readonly 'overdue-gaps': readonly OpenItem[]
  readonly 'awaiting-review': readonly OpenItem[]
  readonly 'overdue-poam': readonly OpenItem[]
  readonly 'ending-exceptions': readonly OpenItem[]
  readonly 'unanswered': readonly OpenItem[]
}

/** How many days ahead an exception that ends is told. */
export const ENDING_WITHIN_DAYS = 92

/** Collects what is open from the entries of a quarter, one by one. */
export function collectOpenWork(asOf: CivilDate): { readonly add: (application: FrozenApplication) => void; readonly work: () => OpenWork } {
  const found: Record<keyof OpenWork, OpenItem[]> = { 'not-assessed': [], 'overdue-gaps': [], 'awaiting-review': [], 'overdue-poam': [], 'ending-exceptions': [], 'unanswered': [] }
  const soon = addDays(asOf, ENDING_WITHIN_DAYS)
  return {
    add: ({ id: application, assessed, findings, exceptions, poam, diagnostics = [] }) => {
      if (!assessed) found['not-assessed'].push({ application, about: diagnostics[0] ? `${diagnostics[0].file}:${diagnostics[0].line} ${diagnostics[0].message}` : 'its files are wrong' })
      for (const { control, state, severity, due, exception, reasons = {} } of findings) {
        if (state !== 'not-satisfied') continue
        if (exception === undefined && due !== undefined && due < asOf) found['overdue-gaps'].push({ application, about: control, due, ...(severity && { severity }) })
        if (Object.hasOwn(reasons, 'unreviewed')) found['awaiting-review'].push({ application, about: control, ...(reasons['unreviewed'] && { since: reasons['unreviewed'] }) })
        if (Object.hasOwn(reasons, 'unanswered')) found['unanswered'].push({ application, about: control, ...(severity && { severity }) })
      }
      for (const { id, state, 'scheduled-completion': first, due = first } of poam) if (state === 'overdue') found['overdue-poam'].push({ application, about: id, due })
      for (const { id, state, expires } of exceptions) if (state === 'in-force' && expires <= soon) found['ending-exceptions'].push({ application, about: id, due: expires })
    },
    work: () => ({
      'not-assessed': found['not-assessed'],
      'overdue-gaps': [...found['overdue-gaps']].sort((a, b) => rankOf(b.severity ?? 'low') - rankOf(a.severity ?? 'low') || byDay(a.due, b.due)),
      'awaiting-review': [...found['awaiting-review']].sort((a, b) => byDay(a.since, b.since)),
      'overdue-poam': [...found['overdue-poam']].sort((a, b) => byDay(a.due, b.due)),
      'ending-exceptions': [...found['ending-exceptions']].sort((a, b) => byDay(a.due, b.due)),
      'unanswered': [...found['unanswered']].sort((a, b) => rankOf(b.severity ?? 'low') - rankOf(a.severity ?? 'low')),
    }),
  }
}

const byDay = (a: CivilDate | undefined, b: CivilDate | undefined): number => ((a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0)

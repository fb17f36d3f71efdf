import type { FrozenApplication, FrozenControl, Quarter } from '../src/schema/types.js'
import { addUp } from '../src/assess/add-up.js'

const ZERO = '0'.repeat(64)

/** A closed quarter with what a test says of it; its totals are those of its applications. */
export function makeQuarter(part: Partial<Quarter> = {}): Quarter {
  const applications = part.applications ?? []
  const sum = addUp()
  applications.forEach(sum.add)
  return {
    'schema-version': '1.0.0', 'quarter': '2026-Q3', 'from': '2026-07-01', 'as-of': '2026-09-30', 'cutoff': '2026-10-09', 'closed': { by: 'ciso', on: '2026-10-09' }, 'previous': null,
    'revision': { commit: '1'.repeat(40), tree: '2'.repeat(40), date: '2026-10-08', folder: '' }, 'tool': { name: 'muster', version: '0.0.0-test' }, 'organization': 'Example', 'catalog': { id: 'example', version: '1.0.0' },
    'library': { file: 'library-0.json', sha256: ZERO }, 'controls': [], 'frameworks': [], 'sha256': ZERO, ...part, applications, 'totals': part.totals ?? sum.totals(),
  }
}

/** An assessed application with what a test says of it. */
export const makeApplication = (part: Partial<FrozenApplication> & { readonly id: string }): FrozenApplication => ({ assessed: true, kind: 'application', findings: [], exceptions: [], poam: [], ...part })

/** A control as a quarter keeps it. */
export const makeControl = (part: Partial<FrozenControl> & { readonly id: string }): FrozenControl => ({ version: '1.0.0', group: 'testing', severity: 'high', effective: '2026-01-01', asks: 'a'.repeat(32), ...part })

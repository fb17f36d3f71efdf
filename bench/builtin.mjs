// The built-in catalog as the generator sees it: forty of its controls, of the groups that have the most, each answered by a written record.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ANSWERED = { application: 40, organization: 4 }

/** Forty controls of the built-in catalog in the shape of those of `catalog.mjs`. The build must have run. */
export function builtinControls() {
  const files = JSON.parse(readFileSync(fileURLToPath(new URL('../dist/builtin.json', import.meta.url)), 'utf8'))
  const controls = files.filter(({ kind, data }) => kind === 'control' && data.status === 'active').map(({ file, data }) => ({
    id: data.id, group: file.split('/').at(-2), family: 'record', type: data.objectives[0].evidence[0].types[0], scope: data.scope, severity: data.severity, file: data,
  }))
  return Object.entries(ANSWERED).flatMap(([scope, count]) => controls.filter((control) => control.scope === scope).slice(0, count))
}

/** Risk factors with the levels of the built-in catalog; the corpus has others. */
export const builtinFactors = ({ exposure, autonomy, ...factors }) => ({ ...factors, exposure: exposure === 'partners' ? 'partner' : exposure, autonomy: autonomy === 'advises' ? 'suggests' : autonomy })

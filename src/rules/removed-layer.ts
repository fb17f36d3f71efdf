import { whole } from '../model/doc.js'
import { counted } from '../source/list-in-words.js'
import { ownControl } from './example-change.js'
import type { ChangeRule } from './rule.js'

const LAYERS = (layers: string): Readonly<Record<string, string>> => ({ 'muster.yaml': `title: Example organization\ncatalog: ${layers}\n` })

/** A catalog layer is not used any more. */
export const removedLayer: ChangeRule = {
  code: 'removed-layer',
  kind: 'change',
  severity: 'error',
  summary: 'A catalog layer is gone from `muster.yaml`, and with it every control of it.',
  rationale: 'One word in `muster.yaml` takes away every control of a layer, and all their gaps with them. Who does not want single controls leaves them out by `tailoring.yaml`, each with a reason and an approval.',
  since: '0.1.0',
  previous: { ...LAYERS('[builtin, .]'), ...ownControl() },
  bad: { ...LAYERS('[builtin]'), ...ownControl() },
  good: { ...LAYERS('[., builtin]'), ...ownControl() },
  *check({ previous, library, than }) {
    const now = library.config.catalog ?? ['builtin']
    for (const layer of previous.config.catalog ?? ['builtin']) {
      if (now.includes(layer) || library.configDoc === undefined) continue
      const controls = previous.docs.controls.filter(({ builtin, data }) => builtin === (layer === 'builtin') && data.status !== 'draft' && data.status !== 'withdrawn').map(({ data }) => data.id)
      yield { at: { part: whole(library.configDoc), below: ['catalog'], of: 'key' }, message: `The catalog layer \`${layer}\` of \`${than}\` is gone from \`muster.yaml\`, and with it ${counted(controls.length, 'control')}.`, hint: 'Bring it back; to leave out single controls write them into `tailoring.yaml`.', touches: { controls } }
    }
  },
}

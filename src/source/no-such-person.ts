import { suggestHint } from './suggest.js'

/** What is said of a person whom `muster.yaml` does not know. `otherwise` is the hint where no known one is near. */
export const noSuchPerson = (id: string, known: Iterable<string>, otherwise = 'Add the person to `people` in muster.yaml.'): { readonly message: string; readonly hint: string } => ({
  message: `\`muster.yaml\` knows no person \`${id}\`.`,
  hint: suggestHint(id, known, otherwise),
})

import type { Diagnostic } from '../source/diagnostic.js'
import { fnv1a } from './fnv-1a.js'

/**
 * What makes each diagnostic the same from run to run, however its line moves: a hash over what it is about,
 * and a number among equal ones, in the order of the file.
 */
export function fingerprintsOf(diagnostics: readonly Diagnostic[], prefix: string): ReadonlyMap<Diagnostic, string> {
  const seen = new Map<string, number>()
  return new Map(diagnostics.map((diagnostic) => {
    const hash = fnv1a(JSON.stringify(identityOf(diagnostic, prefix)))
    const number = (seen.get(hash) ?? 0) + 1
    seen.set(hash, number)
    return [diagnostic, `${hash}:${number}`]
  }))
}

// Neither the severity, which changes with the tier and with exceptions, nor the pointer of a gap, which changes when an entry is put before it.
function identityOf({ code, place, about }: Diagnostic, prefix: string): readonly (string | null)[] {
  const file = prefix + place.file
  if (about === undefined) return [code, file, place.pointer]
  const { application = null, control = null, objective = null, evidence = null, component = null } = about
  return [code, file, application, control, objective, evidence, component]
}

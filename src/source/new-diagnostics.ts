import type { Diagnostic } from './diagnostic.js'

/** What is called otherwise than before: the name that a file had, and a message with the names of then. */
export type NamesThen = { readonly file: (file: string) => string; readonly message: (message: string) => string }

/** The diagnostics that were not there before, however lines moved: of several equal ones those beyond the number that there was. */
export function newDiagnostics(before: readonly Diagnostic[], after: readonly Diagnostic[], names: NamesThen): readonly Diagnostic[] {
  const left = new Map<string, number>()
  for (const diagnostic of before) {
    const key = keyOf(diagnostic, diagnostic.place.file, diagnostic.message)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  return after.filter((diagnostic) => {
    const key = keyOf(diagnostic, names.file(diagnostic.place.file), names.message(diagnostic.message))
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
}

// What it is about tells it apart wherever it stands; the entry is compared with itself, so its name, which may be new, does not.
function keyOf({ code, severity, about }: Diagnostic, file: string, message: string): string {
  const { control, objective, evidence, component } = about ?? {}
  return JSON.stringify([code, severity, message, ...(control ?? objective ?? evidence ?? component ? [control, objective, evidence, component] : [file])])
}

import { noSuchPerson } from '../source/no-such-person.js'

/** The command line itself is wrong: what is, and what to do about it. Ends the run with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly hint: string
  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

/** A person is named whom `muster.yaml` does not know. */
export function unknownPerson(id: string, known: Iterable<string>): UsageError {
  const { message, hint } = noSuchPerson(id, known)
  return new UsageError(message, hint)
}

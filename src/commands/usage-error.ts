/** The command line itself is wrong: what is, and what to do about it. Ends the run with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly hint: string
  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

/** How a run ends. The code does not depend on the output format. */
export const EXIT = {
  /** Done; nothing to act on. */
  done: 0,
  /** Done; a gap or a diagnostic at or above `--fail-on`. */
  found: 1,
  /** Not done, or not all: arguments or input files are wrong. Nothing is half-written. */
  wrongInput: 2,
  /** Not done: a fault in the tool or the machine. */
  fault: 3,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The section of every help text that says how a run ends. */
export const EXIT_HELP = `
Exit codes:
  0  done; nothing to act on
  1  done; a gap or a diagnostic at or above --fail-on
  2  not done, or not all: arguments or input files are wrong
  3  not done: a fault in the tool or the machine`

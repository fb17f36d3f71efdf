/** The deepest nesting that a file may have. */
export const MAX_DEPTH = 40

/** The most keys that one mapping may have. */
export const MAX_KEYS = 2000

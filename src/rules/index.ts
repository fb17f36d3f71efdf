import { gapRules } from './gap-rules.js'
import type { Rule } from './rule.js'
import { unknownControl } from './unknown-control.js'

/** Every rule, in the order of their codes. */
export const rules: readonly Rule[] = [unknownControl, ...gapRules]

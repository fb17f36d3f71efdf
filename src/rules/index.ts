import { fileRules } from './file-rules.js'
import { gapRules } from './gap-rules.js'
import type { Rule } from './rule.js'

/** Every rule, in the order of their codes. */
export const rules: readonly Rule[] = [...fileRules, ...gapRules]

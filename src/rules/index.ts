import { changeRules } from './change-rules.js'
import { dutyRules } from './duty-rules.js'
import { fileRules } from './file-rules.js'
import { gapRules } from './gap-rules.js'
import { readingRules } from './reading-rules.js'
import type { Rule } from './rule.js'

/** Every rule: of a file, of a gap, of reading, of a change, of who committed; each kind in the order of their codes. */
export const rules: readonly Rule[] = [...fileRules, ...gapRules, ...readingRules, ...changeRules, ...dutyRules]

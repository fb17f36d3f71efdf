import { approvalByAnother } from './approval-by-another.js'
import { approvalByRequester } from './approval-by-requester.js'
import { approverNotOwner } from './approver-not-owner.js'
import { changedAfterApproval } from './changed-after-approval.js'
import { codeownersSyntax } from './codeowners-syntax.js'
import type { DutyRule } from './rule.js'
import { unsignedApproval } from './unsigned-approval.js'
import { unverifiedApproval } from './unverified-approval.js'

/** The rules that read what git says of who committed a decision, in the order of their codes. */
export const dutyRules: readonly DutyRule[] = [approvalByAnother, approvalByRequester, approverNotOwner, changedAfterApproval, codeownersSyntax, unsignedApproval, unverifiedApproval]

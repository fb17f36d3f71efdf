import { changedSinceReview } from './changed-since-review.js'
import { claimWithoutEvidence } from './claim-without-evidence.js'
import { expiredException } from './expired-exception.js'
import { expiredReview } from './expired-review.js'
import { failedCriterion } from './failed-criterion.js'
import { futureEvidence } from './future-evidence.js'
import { inheritedGap } from './inherited-gap.js'
import { mismatchedEvidence } from './mismatched-evidence.js'
import { missingEvidence } from './missing-evidence.js'
import { missingMetric } from './missing-metric.js'
import { missingPeriod } from './missing-period.js'
import { needlessPoam } from './needless-poam.js'
import { outdatedAnswer } from './outdated-answer.js'
import { overduePoam } from './overdue-poam.js'
import { partialImplementation } from './partial-implementation.js'
import { prematureClosure } from './premature-closure.js'
import { returnedEvidence } from './returned-evidence.js'
import type { Rule } from './rule.js'
import { staleEvidence } from './stale-evidence.js'
import { unansweredControl } from './unanswered-control.js'
import { unansweredFact } from './unanswered-fact.js'
import { unplannedGap } from './unplanned-gap.js'
import { unreviewedClaim } from './unreviewed-claim.js'
import { unreviewedEvidence } from './unreviewed-evidence.js'
import { unreviewedFacts } from './unreviewed-facts.js'
import { unsupportedException } from './unsupported-exception.js'

/** The rules that read a finished assessment, in the order of their codes. */
export const gapRules: readonly Rule[] = [
  changedSinceReview,
  claimWithoutEvidence,
  expiredException,
  expiredReview,
  failedCriterion,
  futureEvidence,
  inheritedGap,
  mismatchedEvidence,
  missingEvidence,
  missingMetric,
  missingPeriod,
  needlessPoam,
  outdatedAnswer,
  overduePoam,
  partialImplementation,
  prematureClosure,
  returnedEvidence,
  staleEvidence,
  unansweredControl,
  unansweredFact,
  unplannedGap,
  unreviewedClaim,
  unreviewedEvidence,
  unreviewedFacts,
  unsupportedException,
]

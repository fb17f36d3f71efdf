import { changedCriterion } from './changed-criterion.js'
import { changedMetric } from './changed-metric.js'
import { changedValidity } from './changed-validity.js'
import { narrowedEvidenceType } from './narrowed-evidence-type.js'
import { removedCharacteristic } from './removed-characteristic.js'
import { removedControl } from './removed-control.js'
import { removedElement } from './removed-element.js'
import { removedEvidenceType } from './removed-evidence-type.js'
import { removedFramework } from './removed-framework.js'
import { removedLayer } from './removed-layer.js'
import { removedObjective } from './removed-objective.js'
import { removedParameter } from './removed-parameter.js'
import { removedRiskFactor } from './removed-risk-factor.js'
import { reusedId } from './reused-id.js'
import { reversedVersion } from './reversed-version.js'
import type { Rule } from './rule.js'
import { tightenedObjective } from './tightened-objective.js'
import { unchangedEffective } from './unchanged-effective.js'
import { undatedMappingChange } from './undated-mapping-change.js'
import { unreadySuccessor } from './unready-successor.js'
import { unversionedCatalog } from './unversioned-catalog.js'
import { unversionedChange } from './unversioned-change.js'
import { widenedApplicability } from './widened-applicability.js'

/** The rules that compare with an earlier library, in the order of their codes. */
export const changeRules: readonly Rule[] = [
  changedCriterion,
  changedMetric,
  changedValidity,
  narrowedEvidenceType,
  removedCharacteristic,
  removedControl,
  removedElement,
  removedEvidenceType,
  removedFramework,
  removedLayer,
  removedObjective,
  removedParameter,
  removedRiskFactor,
  reusedId,
  reversedVersion,
  tightenedObjective,
  unchangedEffective,
  undatedMappingChange,
  unreadySuccessor,
  unversionedCatalog,
  unversionedChange,
  widenedApplicability,
]

import { classificationTooHigh } from './classification-too-high.js'
import { contradictoryMapping } from './contradictory-mapping.js'
import { deprecatedControl } from './deprecated-control.js'
import { disputedMapping } from './disputed-mapping.js'
import { duplicateAnswer } from './duplicate-answer.js'
import { duplicateDefinition } from './duplicate-definition.js'
import { duplicateId } from './duplicate-id.js'
import { exceptionBeyondAuthority } from './exception-beyond-authority.js'
import { exceptionTooLong } from './exception-too-long.js'
import { groupReview } from './group-review.js'
import { impossibleSample } from './impossible-sample.js'
import { inheritanceCycle } from './inheritance-cycle.js'
import { localTailoring } from './local-tailoring.js'
import { looseningBeyondAuthority } from './loosening-beyond-authority.js'
import { mappedHeading } from './mapped-heading.js'
import { misnamedFile } from './misnamed-file.js'
import { misnamedFolder } from './misnamed-folder.js'
import { missingRemarks } from './missing-remarks.js'
import { missingSample } from './missing-sample.js'
import { missingSuccessor } from './missing-successor.js'
import { needlessTailoring } from './needless-tailoring.js'
import { notInheritable } from './not-inheritable.js'
import { pathOutsideApplication } from './path-outside-application.js'
import { reversedDates } from './reversed-dates.js'
import type { Rule } from './rule.js'
import { selfApprovedException } from './self-approved-exception.js'
import { selfReview } from './self-review.js'
import { staleDisagreement } from './stale-disagreement.js'
import { staleMappingReview } from './stale-mapping-review.js'
import { unaccountedElement } from './unaccounted-element.js'
import { unapprovedLoosening } from './unapproved-loosening.js'
import { unfinishedPoam } from './unfinished-poam.js'
import { unknownAdoptionEntry } from './unknown-adoption-entry.js'
import { unknownApplication } from './unknown-application.js'
import { unknownCharacteristic } from './unknown-characteristic.js'
import { unknownComponent } from './unknown-component.js'
import { unknownControl } from './unknown-control.js'
import { unknownElement } from './unknown-element.js'
import { unknownEvidence } from './unknown-evidence.js'
import { unknownEvidenceType } from './unknown-evidence-type.js'
import { unknownFramework } from './unknown-framework.js'
import { unknownMappedControl } from './unknown-mapped-control.js'
import { unknownMetric } from './unknown-metric.js'
import { unknownObjective } from './unknown-objective.js'
import { unknownParameter } from './unknown-parameter.js'
import { unknownPerson } from './unknown-person.js'
import { unknownRequestedType } from './unknown-requested-type.js'
import { unknownRiskFactor } from './unknown-risk-factor.js'
import { unknownTailoredControl } from './unknown-tailored-control.js'
import { unknownTailoredParameter } from './unknown-tailored-parameter.js'
import { unlistedCharacteristic } from './unlisted-characteristic.js'
import { unpublishedDisagreement } from './unpublished-disagreement.js'
import { unreferencedEvidence } from './unreferenced-evidence.js'
import { versionAhead } from './version-ahead.js'
import { withdrawnControl } from './withdrawn-control.js'
import { withdrawnTailoring } from './withdrawn-tailoring.js'
import { wrongActs } from './wrong-acts.js'
import { wrongAdoptionPerson } from './wrong-adoption-person.js'
import { wrongAsProfiled } from './wrong-as-profiled.js'
import { wrongChange } from './wrong-change.js'
import { wrongCheck } from './wrong-check.js'
import { wrongCounts } from './wrong-counts.js'
import { wrongCriterion } from './wrong-criterion.js'
import { wrongDocumentPerson } from './wrong-document-person.js'
import { wrongEdition } from './wrong-edition.js'
import { wrongFrameworkKind } from './wrong-framework-kind.js'
import { wrongMappingReview } from './wrong-mapping-review.js'
import { wrongMember } from './wrong-member.js'
import { wrongMetricValue } from './wrong-metric-value.js'
import { wrongObjectiveId } from './wrong-objective-id.js'
import { wrongProvider } from './wrong-provider.js'
import { wrongRenewal } from './wrong-renewal.js'
import { wrongReplacement } from './wrong-replacement.js'
import { wrongTailoredValidity } from './wrong-tailored-validity.js'
import { wrongTailoredValue } from './wrong-tailored-value.js'
import { wrongTailoringPerson } from './wrong-tailoring-person.js'

/** The rules about what is wrong in a file on any day, in the order of their codes. */
export const fileRules: readonly Rule[] = [
  classificationTooHigh,
  contradictoryMapping,
  deprecatedControl,
  disputedMapping,
  duplicateAnswer,
  duplicateDefinition,
  duplicateId,
  exceptionBeyondAuthority,
  exceptionTooLong,
  groupReview,
  impossibleSample,
  inheritanceCycle,
  localTailoring,
  looseningBeyondAuthority,
  mappedHeading,
  misnamedFile,
  misnamedFolder,
  missingRemarks,
  missingSample,
  missingSuccessor,
  needlessTailoring,
  notInheritable,
  pathOutsideApplication,
  reversedDates,
  selfApprovedException,
  selfReview,
  staleDisagreement,
  staleMappingReview,
  unaccountedElement,
  unapprovedLoosening,
  unfinishedPoam,
  unknownAdoptionEntry,
  unknownApplication,
  unknownCharacteristic,
  unknownComponent,
  unknownControl,
  unknownElement,
  unknownEvidence,
  unknownEvidenceType,
  unknownFramework,
  unknownMappedControl,
  unknownMetric,
  unknownObjective,
  unknownParameter,
  unknownPerson,
  unknownRequestedType,
  unknownRiskFactor,
  unknownTailoredControl,
  unknownTailoredParameter,
  unlistedCharacteristic,
  unpublishedDisagreement,
  unreferencedEvidence,
  versionAhead,
  withdrawnControl,
  withdrawnTailoring,
  wrongActs,
  wrongAdoptionPerson,
  wrongAsProfiled,
  wrongChange,
  wrongCheck,
  wrongCounts,
  wrongCriterion,
  wrongDocumentPerson,
  wrongEdition,
  wrongFrameworkKind,
  wrongMappingReview,
  wrongMember,
  wrongMetricValue,
  wrongObjectiveId,
  wrongProvider,
  wrongRenewal,
  wrongReplacement,
  wrongTailoredValidity,
  wrongTailoredValue,
  wrongTailoringPerson,
]

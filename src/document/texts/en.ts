// One table per language, so that a translator has one file to read; that is why it is longer than others.
import type { FindingState, ObservationState, Reason } from '../../model/assessment.js'
import type { CoverageState, Reach } from '../../model/coverage.js'
import type { FindingChange } from '../../model/finding-change.js'
import type { ReviewJudgement } from '../../model/review.js'
import type { Application, Classification, Framework, Lifecycle, MappingRow, Review, Sample, Severity } from '../../schema/types.js'
import { counted } from '../../source/list-in-words.js'
import type { LeftOutReason } from '../binder/plan-binder.js'
import type { QuarterFault } from '../context.js'
import type { ImpactTopic } from './texts.js'

const controls = (count: number): string => counted(count, 'control')

/** English. */
export const en = {
  // Single words and short phrases
  notStated: 'not stated', none: 'There is none.', nobody: 'none', all: 'all', and: 'and', or: 'or', yes: 'yes', no: 'no', open: 'open', done: 'done',
  portfolio: 'the portfolio', accountable: 'accountable', technical: 'technical', unreviewed: 'facts unreviewed', unansweredWord: 'unanswered', overdueWord: 'overdue', notAssessedWord: 'not assessed',
  planned: 'Planned', openQuestion: 'Open question',
  openedWord: 'opened', changedWord: 'changed', closedWord: 'closed', asAccountable: 'accountable for the entry; no plan names an owner', atOrganization: 'answered at the organization', notAsked: 'not asked of it', noneRelates: 'no control of the catalog relates to it',
  withChanges: 'with changes that are not committed', statedFigure: 'stated', readFigure: 'read in the file', standardPractice: 'standard practice applies', unreadable: 'It could not be read.',

  // Sentences
  method: 'Made by a tool from files in git. A control is satisfied only where the latest evidence for each objective passes; states are counted and never averaged.',
  notACertification: 'This document reports what the files showed on the day. It is not a certification, and not a statement that anybody conforms to a standard, framework or law.',
  onlyInBinder: 'This part is about a binder; `muster report binder` fills it in.', nothingLeftOut: 'Nothing was left out.',
  binderUpTo: (level: string): string => `The binder holds evidence up to the class ${level}. What has no class is taken for the highest.`,
  notAdopted: 'not adopted for it', allAssessed: 'Every entry was assessed, and every control that applies.', noFramework: 'No framework is in scope.', noGaps: 'There is no gap.', noException: 'There is no exception.', noEvidence: 'There is no evidence.',
  noPlan: 'There is no such item.', allPlanned: 'Every gap has an open plan.', noElement: 'There is no such element.', noLimit: 'Every item of evidence that counts was re-checked, and every deciding fact was answered and reviewed.',
  noQuarter: 'No quarter was closed before this day, so there is nothing to compare with.', noTrend: 'No quarter was closed up to this day, so there is no trend.', noTrendOfIt: 'It stands in no quarter that was closed up to this day, so there is no trend.', nothingChanged: 'Nothing changed.', perApplication: 'This part is about one application; name one to fill it in.',
  dueWithoutPlan: 'Close the gap; it has no plan', closeWithoutPlan: 'Close the gap; it has no plan',
  portfolioOf: (count: number): string => `the portfolio: ${count} inventory ${count === 1 ? 'entry' : 'entries'}`,
  decisionsOf: (day: string): string => `decisions of ${day}`,
  ofControls: (satisfied: number, applicable: number): string => `${satisfied} of ${controls(applicable)}`,
  ofEntries: (count: number): string => `counted over ${count} ${count === 1 ? 'entry' : 'entries'}`,
  ofEntriesSatisfied: (satisfied: number, asked: number, upcoming: number): string => (asked > 0 ? `satisfied in ${satisfied} of ${asked} ${asked === 1 ? 'entry' : 'entries'}` : upcoming > 0 ? `upcoming in ${upcoming} ${upcoming === 1 ? 'entry' : 'entries'}` : 'asked of no entry'),
  scopeOfOne: (name: string, day: string): string => `${name} is in scope since ${day}. Controls that the organization answers are carried into it.`,
  scopeOfAll: (count: number): string => `${count === 1 ? 'The one entry' : `All ${count} entries`} of the inventory. The organization answers the organization-wide controls once, and its answers are carried into every other entry.`,
  since: (quarter: string, day: string, catalog: string): string => `Compared with the closed quarter ${quarter}, as of ${day}, by the catalog ${catalog}.`,
  cameSince: (ids: readonly string[]): string => `Not in the inventory then: ${ids.join(', ')}.`, wentSince: (ids: readonly string[]): string => `No longer in the inventory: ${ids.join(', ')}.`,
  unreadThen: (ids: readonly string[]): string => `Not assessed then, so not compared: ${ids.join(', ')}.`, unreadNow: (ids: readonly string[]): string => `Not assessed now, so not compared: ${ids.join(', ')}.`,
  changesBy: (count: number, causes: readonly string[]): string => `${counted(count, 'change')}: ${causes.join(', ')}.`,
  quietChanges: (count: number): string => `Left out: ${counted(count, 'change')} of controls that are asked neither then nor now.`,
  corrected: (quarter: string): string => `${quarter}, corrected`, partOf: (count: number, all: number): string => `${count} of ${all}`,
  sinceDay: (day: string): string => `since ${day}`,
  overdueBy: (days: number): string => `overdue by ${counted(days, 'day')}`,
  acceptedUntil: (day: string, exception: string): string => `accepted until ${day} by exception ${exception}`,
  ofPlan: (id: string, day: string): string => `by plan ${id}, to be done by ${day}`,
  afterDue: (day: string): string => `after the gap is due on ${day}`,
  exceptionEnds: (id: string): string => `Exception ${id} ends`,
  countedAs: (level: string): string => `not stated, counted as ${level}`,
  targetOf: (state: string, day: string | undefined): string => `target: ${state}${day === undefined ? '' : ` by ${day}`}`,
  heldElsewhere: (by: string | undefined): string => `held elsewhere${by === undefined ? '' : ` by ${by}`}, not re-checked`,
  sample: (size: number, population: number, deviations: number, method: string): string => `sample of ${size} from ${population}, ${method}, ${counted(deviations, 'deviation')}`,
  moreEvidence: (counts: string): string => `and more, in the evidence register: ${counts}`,
  evidenceAtOrganization: 'held by the organization, in its evidence register',
  resultsOf: (name: string): string => `Results: ${name}`, risksOf: (name: string): string => `Risks: ${name}`, mappingOf: (name: string): string => `Mapping: ${name}`, outsideOf: (name: string): string => `Outside the catalog on purpose: ${name}`,
  prioritiesOf: (area: string): string => `Entries by priority and state: ${area}`, workOf: (area: string): string => `Work to do: ${area}`, gapAtTier: (tier: string): string => `Gap at risk tier ${tier}`,
  unmappedElements: (ids: readonly string[]): string => `Unmapped, so nothing is said about ${counted(ids.length, 'element')}: ${ids.join(', ')}.`, outsideElements: (ids: readonly string[]): string => `Outside the catalog on purpose, ${counted(ids.length, 'element')}: ${ids.join(', ')}.`,
  asProfiled: (ids: readonly string[]): string => `Taken as profiled, with the rows of the profiled element, because the profile adds nothing, ${counted(ids.length, 'element')}: ${ids.join(', ')}.`,
  notAskedYet: 'its controls are not asked yet', restNotAsked: 'the others are not asked',
  altPosture: (rows: readonly { readonly name: string; readonly counts: readonly string[] }[]): string => rows.map(({ name, counts }) => `${name}: ${counts.length === 0 ? 'nothing to show' : counts.join(', ')}.`).join(' '),
  altSeverities: (counts: readonly string[]): string => `Gaps by severity: ${counts.join(', ')}.`,
  altTrend: (first: string, before: number, last: string, now: number): string => `Open gaps: ${before} in ${first}, ${now} in ${last}.`,
  notAdoptedNames: (names: readonly string[]): string => `Not adopted for it, so nothing is said: ${names.join('; ')}.`,
  unassessedEntries: (count: number): string => `${count} not assessed`, notCounted: (ids: readonly string[]): string => `Not counted, because not assessed: ${ids.join(', ')}.`,
  draftNotice: (names: readonly string[]): string => `${names.join('; ')}: draft. What it says may change before it is final.`,
  incompleteNotice: (ids: readonly string[]): string => `Not complete: ${ids.join(', ')} could not be assessed.`,

  // States
  findingStates: { 'satisfied': 'satisfied', 'not-satisfied': 'not satisfied', 'not-applicable': 'not applicable', 'upcoming': 'upcoming', 'not-assessed': 'not assessed', 'accepted': 'not satisfied, accepted' } satisfies Record<FindingState | 'accepted', string>,
  coverageStates: { 'met': 'met', 'met-within-reach': 'met within reach', 'partly-met': 'partly met', 'not-met': 'not met', 'not-applicable': 'not applicable', 'outside-catalog': 'outside catalog', 'unmapped': 'unmapped' } satisfies Record<CoverageState, string>,
  riskStates: { 'met': 'addressed', 'met-within-reach': 'addressed within reach', 'partly-met': 'partly addressed', 'not-met': 'open', 'not-applicable': 'not applicable', 'outside-catalog': 'outside catalog', 'unmapped': 'unmapped' } satisfies Record<CoverageState, string>,
  reaches: { 'full': 'full', 'partial': 'partial', 'outside-catalog': 'outside catalog', 'unmapped': 'unmapped' } satisfies Record<Reach, string>,
  evidenceStates: { 'pass': 'pass', 'missing': 'metric missing', 'mismatch': 'mismatch', 'returned': 'returned', 'fail': 'fail', 'stale': 'stale', 'unreviewed': 'unreviewed', 'superseded': 'superseded, or not asked for', 'withdrawn': 'withdrawn', 'future': 'dated later' } satisfies Record<ObservationState | 'superseded' | 'withdrawn' | 'future', string>,
  exceptionStates: { inForce: 'in force', notInForce: 'in date, not in force', notYet: 'not yet in force', expired: 'expired' },
  implementation: {
    implemented: 'implemented', partial: 'partial', notImplemented: 'not implemented', notKnown: 'not known', notApplicable: 'not applicable in any entry', excluded: 'excluded', notInScope: 'no entry in scope',
    unmapped: 'not assessed: no control of the catalog relates to it', outside: 'not assessed: outside the catalog on purpose',
  },
  models: { direct: 'direct', shared: 'shared', inherited: 'inherited' },
  inclusionReasons: { 'risk-treatment': 'risk treatment', 'legal': 'legal requirement', 'contractual': 'contractual requirement', 'business': 'business requirement' },
  exclusions: { 'excluded': 'by reviewed facts', 'excluded-unreviewed': 'by facts that nobody reviewed', 'claimed': 'by an accepted claim' },
  controlsIn: { 'satisfied': 'Controls that are satisfied', 'not-applicable': 'Controls that do not apply', 'upcoming': 'Controls that are upcoming' },
  reviewStates: { accepted: 'accepted', returned: 'returned by the reviewer', changed: 'changed since they were reviewed', expired: 'the review has expired', none: 'never reviewed' } satisfies Record<ReviewJudgement['state'], string>,
  decisions: { accepted: 'accepted', returned: 'returned' } satisfies Record<Review['decision'], string>,
  levels: { low: 'low', moderate: 'moderate', high: 'high', critical: 'critical' } satisfies Record<Severity, string>,
  kinds: { application: 'application', platform: 'platform', organization: 'organization' } satisfies Record<Application['kind'], string>,
  lifecycles: { idea: 'idea', development: 'development', pilot: 'pilot', production: 'production', retired: 'retired' } satisfies Record<Lifecycle, string>,
  classes: { public: 'public', internal: 'internal', confidential: 'confidential', restricted: 'restricted' } satisfies Record<Classification, string>,
  editionStatus: { draft: 'draft', final: 'final', superseded: 'superseded' } satisfies Record<Framework['status'], string>,
  methods: { human: 'human', hybrid: 'hybrid', automation: 'automation' } satisfies Record<MappingRow['method'], string>,
  sampleMethods: { random: 'random', systematic: 'systematic', judgemental: 'judgemental', all: 'every entry' } satisfies Record<Sample['method'], string>,
  priorities: { 1: '1 high', 2: '2 moderate', 3: '3 foundational' },

  // Limits
  leftOut: { 'class': 'above the class of this binder', 'no-class': 'no class is stated', 'elsewhere': 'held elsewhere', 'not-there': 'its file is not there, or cannot be read', 'withdrawn': 'withdrawn', 'not-used': 'superseded, or not asked for' } satisfies Record<LeftOutReason, string>,
  limitElsewhere: 'Evidence held elsewhere, not re-checked', limitFigures: 'Figures that are stated and that nothing read in the file', limitFacts: 'Facts that decide what applies, and their review', limitUnanswered: 'Characteristics that nobody answered; the controls apply',

  // What to do, by what is wrong
  recommendations: {
    'no-evidence': 'Collect the evidence that is asked for and file it.', 'future-dated': 'Correct the date, or wait for it.', 'metric-absent': 'State the metric, or file evidence that does.', 'period-without-item': 'File the item of that period if there was one; otherwise ask for an exception until the period is out of the window.',
    'component-absent': 'List the components of that kind in the inventory.', 'file-absent': 'File the artifact that the entry points at.', 'file-refused': 'Put the artifact itself into the application\'s folder.', 'digest-differs': 'Find out why the file is another than was filed; then restore it, or file the new one and have it reviewed.',
    'metrics-differ': 'Find out which figure is right, and state what the file says.', 'returned': 'Do what the reviewer asked for, and file the result.', 'criterion-broken': 'Mend what the figures show, then collect the evidence again.', 'expired': 'Collect the evidence again.', 'older-component-version': 'Collect the evidence for the version in use.',
    'no-review': 'Have the evidence reviewed by somebody who did not submit it.', 'changed-since-review': 'Have the content reviewed as it stands now.', 'review-expired': 'Have it reviewed again.', 'unanswered': 'Say how the control is implemented, and offer the evidence that it asks for.',
    'partial': 'Implement the rest, and say so.', 'planned': 'Implement it, and say so.', 'older-major': 'Read the control as it is now, and answer that version.', 'claim-not-accepted': 'Give the reasons, and have the claim reviewed.', 'provider-not-assessed': 'Have the platform mend its files, so that it can be assessed.',
  } satisfies Record<Reason['cause'], string>,

  fields: {
    title: 'Title', organization: 'Organization', scope: 'Scope', roles: 'Roles', frameworks: 'Frameworks, edition and status', asOf: 'As of', revision: 'Revision', catalog: 'Catalog', tool: 'Tool', author: 'Author', reviewer: 'Reviewer', approver: 'Approver', nextReview: 'Next review', method: 'Method', statement: 'Statement',
    criterion: 'Criterion', condition: 'Condition', cause: 'Cause', consequence: 'Consequence', recommendation: 'Recommendation', severity: 'Severity', opened: 'Open since', due: 'Due', state: 'State', owner: 'Owner', applies: 'Applies because', touches: 'Elements it touches',
    system: 'AI system', lifecycle: 'Lifecycle', riskTier: 'Risk tier', components: 'Components', inherits: 'Platforms it relies on', purpose: 'Purpose', users: 'Users', datasets: 'Datasets and indexes', sensitivity: 'Data sensitivity', complexity: 'Model complexity', models: 'Models', exposure: 'Exposure', autonomy: 'Autonomy',
    worstImpact: 'Worst impact, as stated', measuresInPlace: 'Controls that are satisfied', measuresMissing: 'Controls that are not satisfied',
  },

  columns: {
    label: 'Item', value: 'Stated', id: 'Id', entry: 'Entry', entries: 'Entries', title: 'Title', kind: 'Kind', purpose: 'Purpose', owner: 'Owner', lifecycle: 'Lifecycle', inScopeSince: 'In scope since', aiRoles: 'Roles', euAiAct: 'EU AI Act', riskTier: 'Risk tier', components: 'Components', inherits: 'Inherits from',
    framework: 'Framework', edition: 'Edition', status: 'Status', published: 'Published', publisher: 'Publisher', source: 'Source', retrieved: 'Retrieved', adoptedFrom: 'Adopted from', approved: 'Approved', nextReview: 'Next review', entriesIn: 'Entries in scope', entriesOut: 'Entries out of scope',
    applicable: 'Applicable', satisfied: 'Satisfied', gaps: 'Open gaps', unanswered: 'Unanswered', overdue: 'Overdue', openNotDue: 'Open, not yet due', accepted: 'Accepted', notApplicable: 'Not applicable', upcoming: 'Upcoming', notAssessed: 'Not assessed', counted: 'In all',
    element: 'Element', risk: 'Risk', reach: 'Reach', state: 'State', controls: 'Controls', consideration: 'Consideration', priority: 'Priority', prevents: 'Prevents', detects: 'Detects', responds: 'Responds',
    control: 'Control', version: 'Version', severity: 'Severity', objective: 'Objective', objectives: 'Objectives', component: 'Component', reason: 'Reason', evidence: 'Evidence', where: 'Where', since: 'Since', due: 'Due', gapState: 'State of the gap', because: 'Because', remarks: 'Remarks', reviewedBy: 'Reviewed by',
    then: 'Then', now: 'Now', change: 'Change', entriesAssessed: 'Entries assessed', quarter: 'Quarter', asOf: 'As of', controlSeverity: 'Severity of the control', days: 'Days until due', inUseSince: 'In use since', supplier: 'Supplier', basedOn: 'Based on', purl: 'Package URL',
    characteristic: 'Characteristic', question: 'Question', answer: 'Answer', impliedBy: 'Implied by', unansweredFor: 'Unanswered; decides', riskFactor: 'Risk factor', level: 'Level', meaning: 'Meaning', points: 'Points',
    exception: 'Exception', residualRisk: 'Residual risk', compensating: 'Compensating controls', requestedBy: 'Requested by', approvedBy: 'Approved by', approvedOn: 'Approved on', expires: 'Expires', day: 'Day', step: 'Step', agreed: 'Agreed', response: 'Response', responsible: 'Responsible', by: 'By', limit: 'Limit', about: 'About',
    role: 'Role', name: 'Name', date: 'Date', signature: 'Signature', type: 'Type', collected: 'Collected', period: 'Period', validUntil: 'Valid until', submittedBy: 'Submitted by', filed: 'Filed', artifact: 'Artifact', files: 'Files', sha256: 'SHA-256', classification: 'Class', figures: 'Figures', review: 'Review',
    inclusionReason: 'Reason for inclusion or exclusion', implementationStatus: 'Implementation status', how: 'How (reference)', ourControls: 'Controls of ours', evidenceWithState: 'Evidence (date, state)', implementationModel: 'Implementation model', group: 'Group', statement: 'Statement',
    plan: 'POA&M item', who: 'Who', why: 'Why', scheduledFor: 'Scheduled for', accountable: 'Accountable', mappingRows: 'Rows', checked: 'Second reading', asProfiled: 'As profiled', outside: 'Outside catalog', unmapped: 'Unmapped', on: 'On', relationship: 'Relationship', rationale: 'Rationale', acts: 'Acts', method: 'Method',
  },

  captions: {
    documentControl: 'Document control', editions: 'Framework editions', keyFigures: 'Controls by state', posture: 'Elements by state', riskPosture: 'Risks by state', gapsBySeverity: 'Gaps by severity', worstGaps: 'The most urgent gaps', changes: 'What changed', trend: 'Trend over the closed quarters', scope: 'Scope by framework',
    notAssessed: 'Not assessed', scale: 'Severity of a gap by control and risk tier', dueDays: 'Days until a gap is due', inventory: 'AI inventory', components: 'Components', characteristics: 'Characteristics', riskFactors: 'Risk factors', gaps: 'Gaps', exceptions: 'Exceptions', roadmap: 'Roadmap', managementResponse: 'Management response',
    limits: 'What the results rest on unchecked', approvals: 'Approvals', evidence: 'Evidence register', soa: 'Statement of Applicability', additionalControls: 'Additional controls', csfProfile: 'Organizational Profile', poamOpen: 'Open POA&M items', poamClosed: 'Closed POA&M items', poamChanges: 'Record of changes',
    unplannedGaps: 'Gaps without a plan', binderContents: 'What is in the binder', binderLeftOut: 'What was left out', mappingBasis: 'Mapping basis in figures',
  },

  changeCauses: {
    better: 'better', worse: 'worse', expired: 'evidence expired', catalog: 'the catalog changed', 'in-effect': 'the control took effect', facts: 'the application changed', inventory: 'its first day in scope', unread: 'could not be read, then or now', exception: 'an exception began or ended',
  } satisfies Record<FindingChange['cause'], string>,
  quarterFaults: {
    unreadable: (file: string): string => `The closed quarter ${file} cannot be read and is left out.`, changed: (file: string): string => `The closed quarter ${file} was changed after it was closed, and is counted as it stands.`,
  } satisfies Record<QuarterFault['fault'], (file: string) => string>,

  // A workbook around its tables
  workbook: { document: 'Contents', details: 'Details', about: 'About', sheet: 'Sheet', row: 'Row', cut: (length: number): string => `… (cut: a cell holds no more, and this has ${length} characters; the Markdown has all)` },
  // Names of sheets in a workbook: at most 31 characters
  sheets: {
    documentControl: 'Document control', inventory: 'AI inventory', gaps: 'Gaps', exceptions: 'Exceptions', roadmap: 'Roadmap', managementResponse: 'Management response', evidence: 'Evidence', soa: 'SoA', poamOpen: 'Open POA&M Items', poamClosed: 'Closed POA&M Items', poamChanges: 'Record of changes', unplannedGaps: 'Gaps without a plan', binderContents: 'Binder', binderLeftOut: 'Left out',
  },

  impactTopics: {
    'scope': 'Scope', 'description': 'Description', 'functionalities': 'Functionalities and capabilities', 'purpose': 'Purpose', 'intended-uses': 'Intended uses', 'unintended-uses': 'Unintended uses', 'data': 'Data', 'data-quality': 'Data quality', 'algorithms': 'Algorithms', 'models': 'Models', 'environment': 'Deployment environment',
    'parties': 'Interested parties', 'impacts': 'Benefits and harms', 'failures': 'Failures and misuse', 'measures': 'Measures',
  } satisfies Record<ImpactTopic, string>,
  impactQuestions: {
    'scope': ['Which parts of the system, which releases and which period does this assessment look at?', 'Who took part in it, and on which day?', 'Which law or contract asks for it?'],
    'description': ['Through which interfaces do people and systems reach it?', 'What does it replace?'],
    'functionalities': ['What does it do that a user may not expect?', 'What can it not do, and how does a user learn that?'],
    'purpose': ['Which benefit is it meant to bring, and to whom?', 'Why is AI the means?'],
    'intended-uses': ['Who may use it for what, and what did they have to learn first?', 'What happens with its output, and who may overrule it?'],
    'unintended-uses': ['For which uses is it not meant, and what keeps people from them?', 'Which uses beyond the intended ones have been seen or are likely?'],
    'data': ['Where does each dataset come from, and by which right is it used?', 'Whom do the data leave out or show wrongly?'],
    'data-quality': ['Against which measures was the quality of the data checked, with which result?'],
    'algorithms': ['Which algorithms does it use, and who chose them for which reason?', 'How can an outcome be explained to the person concerned?'],
    'models': ['For whom does each model perform worse, and how was that measured?'],
    'environment': ['In which countries and languages is it used?', 'Which conditions around it can change how well it works?'],
    'parties': ['Which groups are affected without using it?', 'Which of them were heard, when, and what did they say?'],
    'impacts': ['What benefit and what harm can it bring to each group, how likely and how grave?', 'What does it do to fairness, privacy, safety, transparency, work and the environment?'],
    'failures': ['What happens to people when it is wrong, late or down?', 'How could somebody misuse it, and what would that do to others?'],
    'measures': ['Which harms are accepted, by whom and why?', 'When and by what event is this assessment made again?'],
  } satisfies Record<ImpactTopic, readonly string[]>,

  // What printers write around the tree
  printer: {
    contents: 'Contents', skip: 'Skip to the document', page: 'Page', of: 'of', table: 'Table', part: (part: number, of: number): string => `(part ${part} of ${of})`, figure: 'Figure', filter: (caption: string): string => `Filter the rows of “${caption}”`, filterShort: 'Filter', rowsShown: (shown: string, all: string): string => `${shown} of ${all} rows`, scroll: (caption: string): string => `Table: ${caption}`, asOf: 'as of',
  },
}

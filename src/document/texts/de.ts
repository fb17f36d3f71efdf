// One table per language, so that a translator has one file to read; that is why it is longer than others.
import type { Texts } from './texts.js'

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** German. */
export const de: Texts = {
  notStated: 'nicht angegeben', none: 'Keine.', nobody: 'keine', all: 'alle', and: 'und', yes: 'ja', no: 'nein', open: 'offen', done: 'erledigt',
  portfolio: 'das Portfolio', accountable: 'verantwortlich', technical: 'technisch', unreviewed: 'Fakten ungeprüft', unansweredWord: 'unbeantwortet', overdueWord: 'überfällig', notAssessedWord: 'nicht bewertet',
  better: 'besser', worse: 'schlechter', added: 'neu', removed: 'nicht mehr gefragt', other: 'geändert', planned: 'Geplant', openQuestion: 'Offene Frage',
  openedWord: 'eröffnet', changedWord: 'geändert', closedWord: 'geschlossen', asAccountable: 'für den Eintrag verantwortlich; kein Plan nennt jemanden', atOrganization: 'bei der Organisation beantwortet', notAsked: 'wird nicht verlangt', noneRelates: 'keine Maßnahme des Katalogs bezieht sich darauf',
  withChanges: 'mit Änderungen, die nicht eingecheckt sind', statedFigure: 'angegeben', readFigure: 'in der Datei gelesen', standardPractice: 'übliche Praxis gilt', unreadable: 'Er konnte nicht gelesen werden.',

  notACertification: 'Dieses Dokument berichtet, was die Dateien am Stichtag zeigten. Es ist keine Zertifizierung und keine Aussage, dass jemand eine Norm, ein Rahmenwerk oder ein Gesetz erfüllt.',
  notAdopted: 'dafür nicht angenommen', allAssessed: 'Jeder Eintrag und jede anwendbare Maßnahme wurde bewertet.', noFramework: 'Kein Rahmenwerk ist im Umfang.', noGaps: 'Es gibt keine Lücke.', noException: 'Es gibt keine Ausnahme.', noEvidence: 'Es gibt keine Nachweise.',
  noPlan: 'Es gibt keinen solchen Plan.', allPlanned: 'Jede Lücke hat einen offenen Plan.', noElement: 'Es gibt kein solches Element.', noLimit: 'Jeder zählende Nachweis wurde nachgeprüft, jede entscheidende Frage beantwortet und geprüft.',
  noQuarter: 'Es gibt kein abgeschlossenes Quartal, also nichts zum Vergleichen.', nothingChanged: 'Nichts hat sich geändert.', perApplication: 'Dieser Teil handelt von einer Anwendung; sie ist beim Aufruf zu nennen.',
  dueWithoutPlan: 'Lücke schließen; es gibt keinen Plan', closeWithoutPlan: 'Lücke schließen; es gibt keinen Plan',
  portfolioOf: (count) => `das Portfolio: ${counted(count, 'Eintrag', 'Einträge')} im Inventar`,
  decisionsOf: (day) => `Entscheidungen vom ${day}`,
  ofControls: (satisfied, applicable) => `${satisfied} von ${counted(applicable, 'Maßnahme', 'Maßnahmen')}`,
  ofEntries: (count) => `gezählt über ${counted(count, 'Eintrag', 'Einträge')}`,
  ofEntriesSatisfied: (satisfied, asked) => (asked === 0 ? 'von keinem Eintrag verlangt' : `erfüllt in ${satisfied} von ${counted(asked, 'Eintrag', 'Einträgen')}`),
  scopeOfOne: (name, day) => `${name} ist seit ${day} im Umfang. Maßnahmen, die die Organisation beantwortet, gelten auch hier.`,
  scopeOfAll: (count) => `Alle ${count} Einträge des Inventars. Die Organisation beantwortet die organisationsweiten Maßnahmen einmal; ihre Antworten gelten für alle anderen Einträge mit.`,
  since: (quarter, day) => `Verglichen mit dem abgeschlossenen Quartal ${quarter}, Stand ${day}.`,
  sinceDay: (day) => `seit ${day}`,
  overdueBy: (days) => `überfällig seit ${counted(days, 'Tag', 'Tagen')}`,
  acceptedUntil: (day, exception) => `hingenommen bis ${day} durch Ausnahme ${exception}`,
  ofPlan: (id, day) => `laut Plan ${id}, zu erledigen bis ${day}`,
  exceptionEnds: (id) => `Ausnahme ${id} endet`,
  countedAs: (level) => `nicht angegeben, gezählt als ${level}`,
  targetOf: (state, day) => `Ziel: ${state}${day === undefined ? '' : ` bis ${day}`}`,
  heldElsewhere: (by) => `anderswo aufbewahrt${by === undefined ? '' : `, bei ${by}`}, nicht nachgeprüft`,
  sample: (size, population, deviations, method) => `Stichprobe von ${size} aus ${population}, ${method}, ${counted(deviations, 'Abweichung', 'Abweichungen')}`,
  moreEvidence: (count) => `und ${count} weitere, im Nachweisverzeichnis`,
  resultsOf: (name) => `Ergebnisse: ${name}`, risksOf: (name) => `Risiken: ${name}`, mappingOf: (name) => `Zuordnung: ${name}`, outsideOf: (name) => `Mit Absicht außerhalb des Katalogs: ${name}`,
  prioritiesOf: (area) => `Einträge nach Priorität und Stand: ${area}`, workOf: (area) => `Zu tun: ${area}`, gapAtTier: (tier) => `Lücke bei Risikostufe ${tier}`,
  unmappedElements: (ids) => `Nicht zugeordnet, daher ohne Aussage: ${ids}.`, outsideElements: (ids) => `Mit Absicht außerhalb des Katalogs: ${ids}.`,
  asProfiled: (ids) => `Wie im zugrunde liegenden Rahmenwerk, mit dessen Zeilen, weil das Profil nichts hinzufügt: ${ids}.`,
  altPosture: (rows) => rows.map(({ name, counts }) => `${name}: ${counts.length === 0 ? 'nichts zu zeigen' : counts.join(', ')}.`).join(' '),
  altSeverities: (counts) => `Lücken nach Schwere: ${counts.join(', ')}.`,
  altTrend: (first, before, last, now) => `Offene Lücken: ${before} in ${first}, ${now} in ${last}.`,
  draftNotice: (names) => `${names.join('; ')}: Entwurf. Was darin steht, kann sich vor der endgültigen Fassung ändern.`,
  incompleteNotice: (ids) => `Unvollständig: ${ids.join(', ')} konnte nicht bewertet werden.`,

  findingStates: { 'satisfied': 'erfüllt', 'not-satisfied': 'nicht erfüllt', 'not-applicable': 'nicht anwendbar', 'upcoming': 'künftig', 'not-assessed': 'nicht bewertet', 'accepted': 'nicht erfüllt, hingenommen' },
  coverageStates: { 'met': 'erfüllt', 'met-within-reach': 'erfüllt, soweit erfasst', 'partly-met': 'teilweise erfüllt', 'not-met': 'nicht erfüllt', 'not-applicable': 'nicht anwendbar', 'outside-catalog': 'außerhalb des Katalogs', 'unmapped': 'nicht zugeordnet' },
  riskStates: { 'met': 'behandelt', 'met-within-reach': 'behandelt, soweit erfasst', 'partly-met': 'teilweise behandelt', 'not-met': 'offen', 'not-applicable': 'nicht anwendbar', 'outside-catalog': 'außerhalb des Katalogs', 'unmapped': 'nicht zugeordnet' },
  reaches: { 'full': 'ganz', 'partial': 'teilweise', 'outside-catalog': 'außerhalb des Katalogs', 'unmapped': 'nicht zugeordnet' },
  evidenceStates: { 'pass': 'bestanden', 'missing': 'Kennzahl fehlt', 'mismatch': 'stimmt nicht überein', 'returned': 'zurückgegeben', 'fail': 'nicht bestanden', 'stale': 'veraltet', 'unreviewed': 'ungeprüft', 'superseded': 'nicht angesehen: ein späterer zählt, oder keiner wird verlangt', 'withdrawn': 'zurückgezogen', 'future': 'später datiert' },
  exceptionStates: { inForce: 'in Kraft', notInForce: 'nicht abgelaufen, nicht in Kraft', notYet: 'noch nicht in Kraft', expired: 'abgelaufen' },
  implementation: {
    implemented: 'umgesetzt', partial: 'teilweise', notImplemented: 'nicht umgesetzt', notApplicable: 'in keinem Eintrag anwendbar', excluded: 'ausgeschlossen', notInScope: 'kein Eintrag im Umfang',
    unmapped: 'nicht bewertet: keine Maßnahme des Katalogs bezieht sich darauf', outside: 'nicht bewertet: mit Absicht außerhalb des Katalogs',
  },
  models: { direct: 'selbst', shared: 'geteilt', inherited: 'geerbt' },
  inclusionReasons: { 'risk-treatment': 'Risikobehandlung', 'legal': 'gesetzliche Anforderung', 'contractual': 'vertragliche Anforderung', 'business': 'geschäftliche Anforderung' },
  exclusions: { 'excluded': 'nach geprüften Fakten', 'excluded-unreviewed': 'nach Fakten, die niemand geprüft hat', 'claimed': 'nach einer angenommenen Begründung' },
  controlsIn: { 'satisfied': 'Erfüllte Maßnahmen', 'not-applicable': 'Nicht anwendbare Maßnahmen', 'upcoming': 'Künftige Maßnahmen' },
  reviewStates: { accepted: 'angenommen', returned: 'von der prüfenden Person zurückgegeben', changed: 'seit der Prüfung geändert', expired: 'die Prüfung ist abgelaufen', none: 'nie geprüft' },
  decisions: { accepted: 'angenommen', returned: 'zurückgegeben' },
  levels: { low: 'niedrig', moderate: 'mittel', high: 'hoch', critical: 'kritisch' },
  kinds: { application: 'Anwendung', platform: 'Plattform', organization: 'Organisation' },
  lifecycles: { idea: 'Idee', development: 'Entwicklung', pilot: 'Pilotbetrieb', production: 'Betrieb', retired: 'stillgelegt' },
  classes: { public: 'öffentlich', internal: 'intern', confidential: 'vertraulich', restricted: 'streng vertraulich' },
  editionStatus: { draft: 'Entwurf', final: 'endgültig', superseded: 'abgelöst' },
  methods: { human: 'Mensch', hybrid: 'gemischt', automation: 'automatisch' },
  sampleMethods: { random: 'zufällig', systematic: 'systematisch', judgemental: 'nach Ermessen', all: 'jeder Eintrag' },
  priorities: { 1: '1 hoch', 2: '2 mittel', 3: '3 grundlegend' },

  limitElsewhere: 'Nachweise, die anderswo liegen und nicht nachgeprüft wurden', limitFigures: 'Zahlen, die angegeben sind und die nichts in der Datei gelesen hat', limitFacts: 'Fakten, die über die Anwendbarkeit entscheiden, und ihre Prüfung', limitUnanswered: 'Merkmale, die niemand beantwortet hat; die Maßnahmen gelten',

  recommendations: {
    'no-evidence': 'Den verlangten Nachweis beschaffen und ablegen.', 'future-dated': 'Das Datum berichtigen oder abwarten.', 'metric-absent': 'Die Kennzahl angeben oder einen Nachweis ablegen, der sie nennt.', 'period-without-item': 'Den Nachweis dieses Zeitraums ablegen, wenn es ihn gibt; sonst eine Ausnahme beantragen, bis der Zeitraum herausfällt.',
    'component-absent': 'Die Komponenten dieser Art im Inventar nennen.', 'file-absent': 'Die Datei ablegen, auf die der Eintrag zeigt.', 'file-refused': 'Die Datei selbst in den Ordner der Anwendung legen.', 'digest-differs': 'Klären, warum die Datei eine andere ist als die abgelegte; dann sie wiederherstellen oder die neue ablegen und prüfen lassen.',
    'metrics-differ': 'Klären, welche Zahl stimmt, und angeben, was die Datei sagt.', 'returned': 'Tun, was die prüfende Person verlangt hat, und das Ergebnis ablegen.', 'criterion-broken': 'Beheben, was die Zahlen zeigen, dann den Nachweis neu erheben.', 'expired': 'Den Nachweis neu erheben.', 'older-component-version': 'Den Nachweis für die Version erheben, die im Einsatz ist.',
    'no-review': 'Den Nachweis von jemandem prüfen lassen, der ihn nicht eingereicht hat.', 'changed-since-review': 'Den Inhalt prüfen lassen, wie er jetzt ist.', 'review-expired': 'Erneut prüfen lassen.', 'unanswered': 'Sagen, wie die Maßnahme umgesetzt ist, und den verlangten Nachweis beibringen.',
    'partial': 'Den Rest umsetzen und das angeben.', 'planned': 'Sie umsetzen und das angeben.', 'older-major': 'Die Maßnahme lesen, wie sie jetzt ist, und diese Version beantworten.', 'claim-not-accepted': 'Die Gründe nennen und prüfen lassen.', 'provider-not-assessed': 'Die Plattform ihre Dateien berichtigen lassen, damit sie bewertet werden kann.',
  },

  fields: {
    organization: 'Organisation', scope: 'Umfang', roles: 'Rollen', frameworks: 'Rahmenwerke, Ausgabe und Status', asOf: 'Stand', revision: 'Revision', catalog: 'Katalog', tool: 'Werkzeug', author: 'Verfasst von', reviewer: 'Geprüft von', approver: 'Freigegeben von', nextReview: 'Nächste Überprüfung', statement: 'Erklärung',
    criterion: 'Kriterium', condition: 'Feststellung', cause: 'Ursache', consequence: 'Folge', recommendation: 'Empfehlung', severity: 'Schwere', opened: 'Offen seit', due: 'Fällig', state: 'Stand', owner: 'Zuständig', applies: 'Anwendbar, weil', touches: 'Betroffene Elemente',
    system: 'KI-System', lifecycle: 'Lebenszyklus', riskTier: 'Risikostufe', components: 'Komponenten', inherits: 'Genutzte Plattformen', purpose: 'Zweck', users: 'Nutzende', datasets: 'Datensätze und Indizes', sensitivity: 'Empfindlichkeit der Daten', complexity: 'Komplexität des Modells', models: 'Modelle', exposure: 'Erreichbarkeit', autonomy: 'Eigenständigkeit',
    worstImpact: 'Schlimmste Auswirkung, wie angegeben', measuresInPlace: 'Erfüllte Maßnahmen', measuresMissing: 'Nicht erfüllte Maßnahmen',
  },

  columns: {
    label: 'Angabe', value: 'Inhalt', id: 'Kennung', entry: 'Eintrag', title: 'Titel', kind: 'Art', purpose: 'Zweck', owner: 'Zuständig', lifecycle: 'Lebenszyklus', inScopeSince: 'Im Umfang seit', aiRoles: 'Rollen', euAiAct: 'EU-KI-Verordnung', riskTier: 'Risikostufe', components: 'Komponenten', inherits: 'Erbt von',
    framework: 'Rahmenwerk', edition: 'Ausgabe', status: 'Status', published: 'Veröffentlicht', publisher: 'Herausgegeben von', source: 'Quelle', retrieved: 'Abgerufen', adoptedFrom: 'Angenommen ab', approved: 'Freigegeben', nextReview: 'Nächste Überprüfung', entriesIn: 'Einträge im Umfang', entriesOut: 'Einträge außerhalb',
    applicable: 'Anwendbar', satisfied: 'Erfüllt', gaps: 'Offene Lücken', unanswered: 'Unbeantwortet', overdue: 'Überfällig', openNotDue: 'Offen, noch nicht fällig', accepted: 'Hingenommen', notApplicable: 'Nicht anwendbar', upcoming: 'Künftig', notAssessed: 'Nicht bewertet', counted: 'Insgesamt',
    element: 'Element', risk: 'Risiko', reach: 'Reichweite', state: 'Stand', controls: 'Maßnahmen', consideration: 'Zu bedenken', priority: 'Priorität', prevents: 'Verhindert', detects: 'Erkennt', responds: 'Reagiert',
    control: 'Maßnahme', version: 'Version', severity: 'Schwere', objective: 'Prüfziel', objectives: 'Prüfziele', component: 'Komponente', reason: 'Grund', evidence: 'Nachweis', where: 'Fundstelle', since: 'Seit', due: 'Fällig', gapState: 'Stand der Lücke', because: 'Weil', remarks: 'Bemerkungen', reviewedBy: 'Geprüft von',
    then: 'Damals', now: 'Jetzt', change: 'Änderung', quarter: 'Quartal', asOf: 'Stand', controlSeverity: 'Schwere der Maßnahme', days: 'Tage bis zur Fälligkeit', inUseSince: 'Im Einsatz seit', supplier: 'Lieferant', basedOn: 'Abgeleitet von', purl: 'Paket-URL',
    characteristic: 'Merkmal', question: 'Frage', answer: 'Antwort', impliedBy: 'Folgt aus', unansweredFor: 'Unbeantwortet; entscheidet über', riskFactor: 'Risikofaktor', level: 'Stufe', meaning: 'Bedeutung', points: 'Punkte',
    exception: 'Ausnahme', residualRisk: 'Restrisiko', compensating: 'Ausgleichende Maßnahmen', requestedBy: 'Beantragt von', approvedBy: 'Genehmigt von', approvedOn: 'Genehmigt am', expires: 'Läuft ab', day: 'Tag', step: 'Schritt', agreed: 'Einverstanden', response: 'Stellungnahme', responsible: 'Verantwortlich', by: 'Bis / von', limit: 'Grenze', about: 'Betrifft',
    role: 'Rolle', name: 'Name', date: 'Datum', signature: 'Unterschrift', type: 'Art', collected: 'Erhoben', period: 'Zeitraum', validUntil: 'Gültig bis', submittedBy: 'Eingereicht von', filed: 'Abgelegt', artifact: 'Datei', sha256: 'SHA-256', classification: 'Klasse', figures: 'Zahlen', review: 'Prüfung',
    inclusionReason: 'Grund für Aufnahme oder Ausschluss', implementationStatus: 'Stand der Umsetzung', how: 'Wie (Verweis)', ourControls: 'Eigene Maßnahmen', evidenceWithState: 'Nachweise (Datum, Stand)', implementationModel: 'Umsetzungsmodell', group: 'Gruppe', statement: 'Wortlaut',
    plan: 'POA&M-Eintrag', who: 'Wer', why: 'Warum', scheduledFor: 'Vorgesehen für', accountable: 'Verantwortlich', mappingRows: 'Zeilen', checked: 'Zweite Lesung', asProfiled: 'Wie profiliert', outside: 'Außerhalb des Katalogs', unmapped: 'Nicht zugeordnet', on: 'Am', relationship: 'Beziehung', rationale: 'Begründungsart', acts: 'Wirkung', method: 'Verfahren',
  },

  captions: {
    documentControl: 'Angaben zum Dokument', editions: 'Ausgaben der Rahmenwerke', keyFigures: 'Maßnahmen nach Stand', posture: 'Elemente nach Stand', riskPosture: 'Risiken nach Stand', gapsBySeverity: 'Lücken nach Schwere', worstGaps: 'Die dringendsten Lücken', changes: 'Was sich geändert hat', trend: 'Verlauf über die abgeschlossenen Quartale', scope: 'Umfang je Rahmenwerk',
    notAssessed: 'Nicht bewertet', scale: 'Schwere einer Lücke nach Maßnahme und Risikostufe', dueDays: 'Tage bis zur Fälligkeit einer Lücke', inventory: 'KI-Inventar', components: 'Komponenten', characteristics: 'Merkmale', riskFactors: 'Risikofaktoren', gaps: 'Lücken', exceptions: 'Ausnahmen', roadmap: 'Fahrplan', managementResponse: 'Stellungnahme der Leitung',
    limits: 'Worauf die Ergebnisse ungeprüft beruhen', approvals: 'Freigaben', evidence: 'Nachweisverzeichnis', soa: 'Erklärung zur Anwendbarkeit', additionalControls: 'Weitere Maßnahmen', csfProfile: 'Organisationsprofil', poamOpen: 'Offene POA&M-Einträge', poamClosed: 'Geschlossene POA&M-Einträge', poamChanges: 'Änderungsverzeichnis',
    unplannedGaps: 'Lücken ohne Plan', mappingBasis: 'Grundlage der Zuordnung in Zahlen',
  },

  sheets: {
    documentControl: 'Dokument', inventory: 'KI-Inventar', gaps: 'Lücken', exceptions: 'Ausnahmen', roadmap: 'Fahrplan', managementResponse: 'Stellungnahme', evidence: 'Nachweise', soa: 'SoA', poamOpen: 'POA&M offen', poamClosed: 'POA&M geschlossen', poamChanges: 'Änderungen', unplannedGaps: 'Lücken ohne Plan',
  },

  impactTopics: {
    'scope': 'Umfang', 'description': 'Beschreibung', 'functionalities': 'Funktionen und Fähigkeiten', 'purpose': 'Zweck', 'intended-uses': 'Vorgesehene Verwendung', 'unintended-uses': 'Nicht vorgesehene Verwendung', 'data': 'Daten', 'data-quality': 'Qualität der Daten', 'algorithms': 'Algorithmen', 'models': 'Modelle', 'environment': 'Einsatzumgebung',
    'parties': 'Betroffene und Beteiligte', 'impacts': 'Nutzen und Schäden', 'failures': 'Ausfälle und Missbrauch', 'measures': 'Maßnahmen',
  },
  impactQuestions: {
    'scope': ['Welche Teile des Systems, welche Fassungen und welchen Zeitraum betrachtet diese Abschätzung?', 'Wer hat an welchem Tag daran mitgewirkt?', 'Welches Gesetz oder welcher Vertrag verlangt sie?'],
    'description': ['Über welche Schnittstellen erreichen es Menschen und Systeme?', 'Was ersetzt es?'],
    'functionalities': ['Was tut es, womit Nutzende nicht rechnen?', 'Was kann es nicht, und wie erfahren Nutzende das?'],
    'purpose': ['Welchen Nutzen soll es wem bringen?', 'Warum ist KI das Mittel dazu?'],
    'intended-uses': ['Wer darf es wofür verwenden, und was war vorher zu lernen?', 'Was geschieht mit dem Ergebnis, und wer darf es verwerfen?'],
    'unintended-uses': ['Wofür ist es nicht gedacht, und was hält Menschen davon ab?', 'Welche anderen Verwendungen wurden gesehen oder sind wahrscheinlich?'],
    'data': ['Woher stammt jeder Datensatz, und mit welchem Recht wird er verwendet?', 'Wen lassen die Daten aus oder zeigen sie falsch?'],
    'data-quality': ['An welchen Maßstäben wurde die Qualität der Daten geprüft, mit welchem Ergebnis?'],
    'algorithms': ['Welche Algorithmen verwendet es, und wer hat sie aus welchem Grund gewählt?', 'Wie lässt sich ein Ergebnis der betroffenen Person erklären?'],
    'models': ['Für wen ist jedes Modell schlechter, und wie wurde das gemessen?'],
    'environment': ['In welchen Ländern und Sprachen wird es verwendet?', 'Welche Umstände können ändern, wie gut es arbeitet?'],
    'parties': ['Welche Gruppen sind betroffen, ohne es zu verwenden?', 'Welche davon wurden wann gehört, und was sagten sie?'],
    'impacts': ['Welchen Nutzen und welchen Schaden kann es jeder Gruppe bringen, wie wahrscheinlich und wie schwer?', 'Was bewirkt es bei Fairness, Privatheit, Sicherheit, Transparenz, Arbeit und Umwelt?'],
    'failures': ['Was geschieht mit Menschen, wenn es falsch liegt, sich verspätet oder ausfällt?', 'Wie könnte es jemand missbrauchen, und was hieße das für andere?'],
    'measures': ['Welche Schäden werden hingenommen, von wem und warum?', 'Wann und aus welchem Anlass wird diese Abschätzung wiederholt?'],
  },

  printer: {
    contents: 'Inhalt', skip: 'Zum Dokument springen', page: 'Seite', of: 'von', table: 'Tabelle', figure: 'Abbildung', filter: (caption) => `Zeilen von „${caption}“ filtern`, filterShort: 'Filter', rowsShown: (shown, all) => `${shown} von ${all} Zeilen`, scroll: (caption) => `Tabelle: ${caption}`, asOf: 'Stand',
  },
}

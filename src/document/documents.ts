/** A document that muster writes. */
export type DocumentInfo = {
  /** The word of the command line and of the file name. */
  readonly id: string
  /** One sentence for `muster list documents`. */
  readonly summary: string
  /** Whether there is one per application, one for the portfolio, or both. */
  readonly about: 'application' | 'portfolio' | 'either'
  /** The frameworks that it is about, in the order of preference; without any, those in scope. */
  readonly frameworks?: readonly string[]
  /** Templates of pages that stand beside it. */
  readonly companions?: readonly string[]
  /** True where it is meant to fit on one page, so that printers set it small. */
  readonly onePage?: true
  /** True where the portfolio has a template of its own, `<id>-portfolio.md`. */
  readonly portfolioTemplate?: true
}

/** Every document, in the order in which they are listed. */
export const documents: readonly DocumentInfo[] = [
  { id: 'gap', about: 'either', portfolioTemplate: true, summary: 'gap report: posture, every gap with criterion, condition, cause, consequence and recommendation, exceptions, evidence, roadmap' },
  { id: 'soa', about: 'portfolio', frameworks: ['iso-42001-2023'], summary: 'Statement of Applicability: every Annex A control of ISO/IEC 42001, as decided and as assessed' },
  { id: 'csf-profile', about: 'either', frameworks: ['nist-csf-2.0'], summary: 'Organizational Profile of the NIST Cybersecurity Framework 2.0, in the columns of its template' },
  { id: 'cyber-ai-profile', about: 'either', frameworks: ['nist-ir-8596'], summary: 'Cyber AI Profile (NIST IR 8596, draft): what is left to do, by focus area and priority' },
  { id: 'risk-posture', about: 'either', frameworks: ['owasp-llm-2026', 'sail-2.0'], summary: 'OWASP LLM and SAIL posture: what prevents, detects and responds to each risk' },
  { id: 'poam', about: 'either', summary: 'plan of action and milestones, in the columns of the FedRAMP template' },
  { id: 'evidence', about: 'either', summary: 'evidence register: each item with source, dates, digest, review and state' },
  { id: 'binder', about: 'either', companions: ['binder-verify'], summary: 'evidence binder: a folder and a zip with an index, a folder for each control, and digests that sha256sum checks' },
  { id: 'summary', about: 'either', onePage: true, summary: 'executive summary on one page' },
  { id: 'impact', about: 'application', summary: 'AI system impact assessment under the headings of ISO/IEC 42005, prefilled, with the open questions marked' },
  { id: 'mapping-basis', about: 'portfolio', summary: 'mapping basis: who related which controls to which elements, how, by which method, when' },
]

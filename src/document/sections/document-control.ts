import { code, lines, type Content } from '../nodes.js'
import { entryName, notStated, person, run, stated } from '../cells.js'
import type { DocumentContext } from '../context.js'
import { fieldTable } from '../data-table.js'
import { plainEditionName } from '../edition-name.js'
import type { BlockSection } from '../section.js'

/** Who made the document of what, and as of when. */
export const documentControl: BlockSection = {
  name: 'document-control', kind: 'block', options: { form: { summary: 'all of it, or what a page has room for', values: ['full', 'short'], default: 'full' } },
  summary: 'document control: organization, scope, roles, framework editions and status, as-of day, revision, catalog and tool version, author, approver, next review',
  render: (context, { form }, place) => [fieldTable(context, { id: 'document-control', caption: context.texts.captions.documentControl, sheet: context.texts.sheets.documentControl }, form === 'short' ? shortRows(context) : rows(context, place.title))],
}

function rows(context: DocumentContext, title: string): readonly (readonly [string, Content])[] {
  const { texts: { fields }, texts, library, asOf, tool, subject } = context
  const { author, approver, nextReview } = responsibilities(context)
  return [
    [fields.title, stated(context, title)], [fields.organization, library.config.title],
    [fields.scope, subject ? entryName(subject) : texts.portfolioOf(context.applications.length + context.unassessed.length)],
    ...roles(context),
    [fields.frameworks, context.frameworks.length === 0 ? notStated(context) : lines(context.frameworks.map((framework) => `${plainEditionName(framework)}: ${texts.editionStatus[framework.framework.status]}`))],
    [fields.asOf, asOf],
    [fields.revision, revisionOf(context)],
    [fields.catalog, `${library.catalog.title}, ${library.catalog.id} ${library.catalog.version}`],
    [fields.tool, `${tool.name} ${tool.version}`],
    [fields.author, author], [fields.approver, approver], [fields.nextReview, nextReview],
    [fields.method, texts.method], [fields.statement, texts.notACertification],
  ]
}

function shortRows(context: DocumentContext): readonly (readonly [string, Content])[] {
  const { texts: { fields }, texts, library, asOf, tool, frameworks } = context
  return [
    [fields.asOf, asOf], [fields.revision, revisionOf(context)], [fields.catalog, `${library.catalog.id} ${library.catalog.version}`], [fields.tool, `${tool.name} ${tool.version}`],
    [fields.frameworks, frameworks.length === 0 ? notStated(context) : frameworks.map(({ framework }) => `${framework.id} (${framework.edition}, ${texts.editionStatus[framework.status]})`).join('; ')],
  ]
}

// Who answers for the entry; for the portfolio who answers for the organization.
function roles(context: DocumentContext): readonly (readonly [string, Content])[] {
  const { texts, subject, applications } = context
  const entry = subject ?? applications.find(({ application }) => application.kind === 'organization')
  if (entry === undefined) return []
  const { accountable, technical } = entry.application.owner
  return [[texts.fields.roles, lines([run(`${texts.accountable}: `, person(context, accountable)), ...(technical === undefined && subject === undefined ? [] : [run(`${texts.technical}: `, person(context, technical))])])]]
}

function revisionOf(context: DocumentContext): Content {
  const { revision, texts } = context
  if (revision === undefined) return notStated(context)
  return revision.changed ? run(code(revision.commit), ` ${texts.withChanges}`) : code(revision.commit)
}

// For a document about one adopted framework, who decided on it approves; otherwise what muster.yaml says.
function responsibilities(context: DocumentContext): { readonly author: Content; readonly approver: Content; readonly nextReview: Content } {
  const { library, document, frameworks, texts } = context
  const documents = library.config.documents
  const adoption = document.frameworks && frameworks.length === 1 && frameworks[0] ? library.adoptions.get(frameworks[0].id)?.data : undefined
  const approved = adoption?.approved
  return {
    author: person(context, documents?.author),
    approver: approved ? run(person(context, approved.by), `, ${texts.decisionsOf(approved.on)}`) : person(context, documents?.approver),
    nextReview: stated(context, adoption?.['next-review'] ?? documents?.['next-review']),
  }
}

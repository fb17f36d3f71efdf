import type { Host } from '../host/host.js'
import { builtinDocs, sortLibraryDocs } from '../read/library-files.js'
import { peopleOf, type NewRepository } from '../scaffold/new-repository.js'
import { repositoryFiles } from '../scaffold/repository.js'
import { isSlug, slugOf, titleOf } from '../scaffold/slug-of.js'
import { answersTo, maybeAnswer } from './answers.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { absolutePath, folderOf, type GlobalOptions } from './options.js'
import { TOOL } from './tool.js'
import { UsageError } from './usage-error.js'
import { writeNewFiles } from './write-new-files.js'

export type InitOptions = GlobalOptions & {
  readonly title?: string
  readonly organization?: string
  readonly application?: string
  readonly purpose?: string
  readonly me?: string
  readonly grcTeam?: string
  readonly team?: string
}

/** `muster init [dir]`: a governance repository that works at once. Asks on a terminal for what no option says. */
export async function init(host: Host, dir: string | undefined, options: InitOptions): Promise<ExitCode> {
  const root = absolutePath(folderOf(host, options), dir ?? '.')
  if ((await host.list(root, 0))?.includes('muster.yaml')) throw new UsageError(`There is a muster.yaml in ${root} already.`, 'Add to it with `muster new application`, or choose another folder.')
  const repository = await describe(host, root, options)
  const catalog = sortLibraryDocs(builtinDocs(await host.builtinLibrary())).catalogs[0]
  if (catalog === undefined) throw new Error('there is no built-in catalog')
  const { kept } = await writeNewFiles(host, root, repositoryFiles(repository, catalog.data))
  await host.err.write(await nextSteps(host, root, dir, repository, kept))
  return EXIT.done
}

async function describe(host: Host, root: string, options: InitOptions): Promise<NewRepository> {
  const { title, name } = await answersTo(host, {
    title: { option: '--title <name>', question: 'What is the organization called?', given: options.title },
    name: { option: '--application <name>', question: 'What is the first application called?', given: options.application, check: (answer) => (slugOf(answer) === '' ? 'Its id needs letters from a to z or digits.' : undefined) },
  })
  const id = slugOf(name)
  const application = { id, title: isSlug(name) ? titleOf(name) : name, purpose: await maybeAnswer(host, { question: 'What does it do, and for whom? (Enter leaves it for later)', given: options.purpose }) }
  const organization = options.organization ?? (slugOf(title) === id ? `${id}-organization` : slugOf(title) || 'organization')
  if (!isSlug(organization) || organization === id) throw new UsageError(`\`${organization}\` cannot be the id of the organization's own entry.`, 'Write `--organization <id>` with lower-case letters, digits and hyphens, unlike the application\'s.')
  const team = (question: string, given: string | undefined): Promise<string | undefined> => maybeAnswer(host, { question, given, check: (answer) => (/^@[^\s@]+$/.test(answer) ? undefined : 'A team begins with @, as in @acme/grc.') })
  return {
    title, organization, application, today: host.today(), version: TOOL.version,
    emails: await emailsOf(host, root, application, options.me),
    grcTeam: await team('Which team on GitHub or GitLab is the risk function, as in @acme/grc? (Enter leaves it for later)', options.grcTeam),
    team: await team(`And which one is responsible for ${application.title}?`, options.team),
  }
}

// The one address that is known without asking is that of the person who sits here.
async function emailsOf(host: Host, root: string, application: NewRepository['application'], me: string | undefined): Promise<Readonly<Record<string, string>>> {
  const email = await host.gitEmail((await host.folders(root)) === undefined ? host.cwd : root)
  if (email === undefined || (me === undefined && host.ask === undefined)) return {}
  const people = peopleOf({ application })
  const choices = [...people.map(({ id, title }) => ({ value: id, label: id, hint: title })), { value: '', label: 'none of these' }]
  const person = await maybeAnswer(host, { option: '--me <person>', question: `You commit as ${email}. Who are you here?`, given: me, choices })
  return person === undefined ? {} : { [person]: email }
}

async function nextSteps(host: Host, root: string, dir: string | undefined, { application: { id }, grcTeam, team }: NewRepository, kept: readonly string[]): Promise<string> {
  const git = await host.findUp(root, '.git')
  const steps = [
    ...(dir === undefined || dir === '.' ? [] : [[`cd ${dir}`, '']]),
    [kept.includes('package.json') ? 'npm install -D passmuster' : 'npm install', 'muster itself, with the schemas for your editor'],
    ...(git === undefined ? [['git init -b main', 'answers are reviewed as pull requests']] : []),
    ['npx passmuster gap', 'everything is unanswered, and says so'],
    [`edit applications/${id}/application.yaml`, 'its facts decide which controls apply'],
    [`npx passmuster new evidence ${id}`, 'files to answer them in'],
  ]
  const width = Math.max(...steps.map(([step = '']) => step.length)) + 2
  const later = !kept.includes('CODEOWNERS') && (grcTeam === undefined || team === undefined) ? '\nCODEOWNERS names no team yet: write yours and take the # away.\n' : ''
  return `\nNext:\n${steps.map(([step = '', why = '']) => `  ${step.padEnd(width)}${why}`.trimEnd()).join('\n')}\n${later}`
}

import type { Host } from '../host/host.js'
import { quarterNamed } from '../model/calendar.js'
import { sha256 } from '../model/digest.js'
import { builtinOf, differingFiles, freezeLibrary, libraryText, type LibraryDifference } from '../model/frozen-library.js'
import { quarterText, wholeText, type QuarterHead } from '../model/quarter-text.js'
import type { FrozenLibrary, Quarter } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import { withFiles } from './at-revision.js'
import { freezePortfolio } from './freeze-portfolio.js'
import { configAt } from './open-closing.js'
import { textInQuarters } from './quarter-files.js'
import type { FoundRevision } from './revision-source.js'
import { TOOL } from './tool.js'
import { UsageError } from './usage-error.js'
import type { Check } from './verify-record.js'
import { CONFIG, openWorkspace, type Workspace } from './workspace.js'

/** What came of assessing a closed quarter again: its text, or why there is none. */
export type Again = {
  readonly notes: readonly string[]
  /** What the library says where it is not the frozen one. */
  readonly library?: Check
  /** The library as it was read again, and the one that stands in `quarters/`. */
  readonly libraryText?: string
  readonly ownLibraryText?: string
} & ({ readonly text: string } | { readonly text?: undefined; readonly why: string; readonly hint?: string })

export type AgainInput = { readonly root: string; readonly file: string; readonly head: Quarter; readonly found: FoundRevision; readonly frozen?: FrozenLibrary }

/** Assesses a closed quarter again: the files of its revision, the built-in catalog that was frozen with it, its own two clocks. */
export async function assessAgain(host: Host, { root, file, head, found, frozen }: AgainInput): Promise<Again> {
  const then: Host = {
    ...withFiles(host, found.repository.filesAt({ tree: found.tree }, { folder: head.revision.folder, at: root })),
    ...(frozen && { builtinLibrary: async () => builtinOf(frozen) }),
  }
  const name = file.slice(0, 'yyyy-Qn'.length)
  const config = await configAt(then, root, head.revision.config ?? CONFIG)
  const quarter = quarterNamed(name, config.calendar)
  const [from, asOf] = quarter ? [quarter.from, quarter.to] : [head.from, head['as-of']]
  const workspace = await open(then, root, head, asOf)
  if ('why' in workspace) return { notes: [], ...workspace }
  const library = freezeLibrary(workspace.library)
  const text = libraryText(library)
  const own = await textInQuarters(host, root, head.library.file)
  const same = sha256(text) === head.library.sha256
  const read = { libraryText: text, ...('text' in own && { ownLibraryText: own.text }) }
  if (!same && frozen === undefined) {
    return { notes: [], ...read, why: `It was not assessed again: the library of then is not at hand, and the built-in catalog of muster ${TOOL.version} is another.`, hint: `Restore quarters/${head.library.file} from git.` }
  }
  const differences = same || frozen === undefined ? [] : differingFiles(frozen, library)
  const otherTool = head.tool.version !== TOOL.version
  const again: QuarterHead = {
    'schema-version': head['schema-version'], 'quarter': name, ...(head.correction && { correction: head.correction }), from, 'as-of': asOf, 'cutoff': head.cutoff, 'closed': head.closed, 'previous': head.previous,
    'revision': { ...head.revision, tree: found.tree, ...(found.commit && { commit: found.commit.commit, date: found.commit.date }) },
    'tool': head.tool, 'organization': workspace.library.config.title, 'catalog': library.catalog,
    'library': differences.length > 0 ? head.library : { file: `library-${sha256(text).slice(0, 16)}.json`, sha256: sha256(text) },
  }
  const { applications, tail } = freezePortfolio(then, workspace, { asOf, cutoff: head.cutoff })
  return {
    ...read, text: await wholeText(quarterText(again, applications, tail)),
    notes: differences.length > 0 && otherTool ? [`This version of muster reads the library of then otherwise: ${differencesInWords(differences)}.`] : [],
    ...(differences.length > 0 && !otherTool && { library: { check: 'library', state: 'broken', message: `The library that was frozen is not the one that the revision gives: ${differencesInWords(differences)}.`, hint: 'Restore the record and its library from git.' } }),
  }
}

async function open(host: Host, root: string, head: Quarter, asOf: string): Promise<Workspace | { readonly why: string; readonly hint?: string }> {
  try {
    const workspace = await openWorkspace(host, { folder: root, asOf, ...(head.revision.config !== undefined && { config: `${root}/${head.revision.config}` }) })
    const error = workspace.diagnostics.find(({ severity }) => severity === 'error')
    if (error === undefined) return workspace
    return { why: `It was not assessed again: for this muster something is wrong with the library of then, ${error.place.file}:${error.place.range.start.line} ${error.message}`, ...(head.tool.version !== TOOL.version && { hint: `Verify it with muster ${head.tool.version}.` }) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { why: `It was not assessed again: there is no ${head.revision.config ?? CONFIG} in the folder \`${head.revision.folder}\` of its revision.` }
  }
}

function differencesInWords(differences: readonly LibraryDifference[]): string {
  const layer = differences.every(({ difference, file }) => difference === 'only-frozen' && file.layer === '.') ? ['the layer `.` no longer resolves'] : []
  const told = ([['only-frozen', 'frozen and not there'], ['only-now', 'there and not frozen'], ['changed', 'not as frozen']] as const).flatMap(([difference, words]) => {
    const files = differences.filter((each) => each.difference === difference).map(({ file }) => file.file)
    return files.length === 0 ? [] : [`${words}: ${listInWords(files, 'and', 5)}`]
  })
  return [...layer, ...told].join('; ')
}

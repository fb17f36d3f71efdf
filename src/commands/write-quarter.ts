import { collectOpenWork, type OpenWork } from '../assess/open-work.js'
import type { Host } from '../host/host.js'
import { freezeLibrary, libraryText } from '../model/frozen-library.js'
import { digester, sha256 } from '../model/digest.js'
import { fileOfQuarter } from '../model/quarter-chain.js'
import { quarterText, type QuarterHead } from '../model/quarter-text.js'
import type { FrozenApplication, FrozenTotals, Quarter } from '../schema/types.js'
import { once } from './formats.js'
import { freezePortfolio } from './freeze-portfolio.js'
import { pathOfRecord, type Closing } from './open-closing.js'
import { TOOL } from './tool.js'
import { CONFIG } from './workspace.js'

const SCHEMA_VERSION = '1.0.0'

/** What is decided about a record before it is made. */
export type ClosingDecision = Pick<Quarter, 'quarter' | 'from' | 'as-of' | 'cutoff' | 'closed' | 'previous' | 'correction'>

/** A record as it was made. */
export type MadeQuarter = {
  readonly head: QuarterHead
  readonly file: string
  readonly totals: FrozenTotals
  readonly open: OpenWork
  readonly lateReviews: ReadonlyMap<string, number>
  /** Digest of the file. */
  readonly sha256: string
  /** False when somebody else wrote it first: then nothing was written. */
  readonly written: boolean
}

/** What a record says before any application is assessed. */
export function headOf({ revision, folder, config: file, workspace }: Pick<Closing, 'revision' | 'folder' | 'config' | 'workspace'>, decision: ClosingDecision): { readonly head: QuarterHead; readonly library: string } {
  const { library: { config, catalog } } = workspace
  const library = libraryText(freezeLibrary(workspace.library))
  const digest = sha256(library)
  const head: QuarterHead = {
    'schema-version': SCHEMA_VERSION, ...decision,
    'revision': { commit: revision.commit, tree: revision.tree, date: revision.date, folder, ...(file !== CONFIG && { config: file }) },
    'tool': { name: TOOL.name, version: TOOL.version },
    'organization': config.title,
    'catalog': { id: catalog.id, version: catalog.version },
    'library': { file: `library-${digest.slice(0, 16)}.json`, sha256: digest },
  }
  return { head, library }
}

/** Assesses and writes one record with its library; with `dry` it only assesses. */
export async function writeQuarter(disk: Host, closing: Closing, decision: ClosingDecision, { dry, watch }: { readonly dry: boolean; readonly watch?: (application: FrozenApplication) => void }): Promise<MadeQuarter> {
  const { head, library } = headOf(closing, decision)
  const frozen = freezePortfolio(closing.host, closing.workspace, { asOf: decision['as-of'], cutoff: decision.cutoff })
  const open = collectOpenWork(decision['as-of'])
  const hash = digester()
  async function* watched(): AsyncGenerator<FrozenApplication> {
    for await (const application of frozen.applications) {
      open.add(application)
      watch?.(application)
      yield application
    }
  }
  async function* hashed(): AsyncGenerator<string> {
    for await (const piece of quarterText(head, watched(), frozen.tail)) {
      hash.add(piece)
      yield piece
    }
  }
  const file = fileOfQuarter(decision.quarter, decision.correction?.number)
  const written = dry ? await drain(hashed()) : await write(disk, closing.workspace.root, { file, text: hashed() }, { file: head.library.file, text: library })
  return { head, file, totals: frozen.totals(), open: open.work(), lateReviews: frozen.lateReviews, sha256: hash.hex(), written }
}

async function drain(pieces: AsyncIterable<string>): Promise<boolean> {
  for await (const _piece of pieces);
  return false
}

// The library first, so that no record is there without it. It is named after its content: where it is there it is the same.
async function write(disk: Host, root: string, record: { readonly file: string; readonly text: AsyncIterable<string> }, library: { readonly file: string; readonly text: string }): Promise<boolean> {
  await disk.createFile(`${root}/${pathOfRecord(library.file)}`, once(library.text))
  return disk.createFile(`${root}/${pathOfRecord(record.file)}`, record.text)
}

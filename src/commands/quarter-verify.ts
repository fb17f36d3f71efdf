import type { Host } from '../host/host.js'
import type { QuarterRecord } from '../model/quarter-chain.js'
import { suggestHint } from '../source/suggest.js'
import { isRefusal, refusalInWords } from './at-revision.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { rootFor } from './open-closing.js'
import { absolutePath, folderOf, oneOf, type GlobalOptions } from './options.js'
import { MAX_RECORD_BYTES, QUARTERS, quarterNames, quarterOutlines } from './quarter-files.js'
import { revisionSources, type RevisionSource } from './revision-source.js'
import { paintFor } from './terminal.js'
import { UsageError } from './usage-error.js'
import { verifyRecord, type VerifiedRecord } from './verify-record.js'
import { verifyJson, verifyText } from './verify-text.js'

export type QuarterVerifyOptions = GlobalOptions & { readonly all?: boolean; readonly repository?: string; readonly format?: string }

/** `muster quarter verify [quarter]`: whether closed quarters are what was closed, and come out the same again. Finding that they do not is its work, so that ends with 1. */
export async function quarterVerify(host: Host, name: string | undefined, options: QuarterVerifyOptions): Promise<ExitCode> {
  const format = oneOf(options.format ?? 'text', ['text', 'json'] as const, '--format')
  if (name !== undefined && options.all === true) throw new UsageError('`--all` verifies every quarter, and one is named as well.', 'Leave out one of the two.')
  const root = await rootFor(host, options)
  const names = await quarterNames(host, root)
  if (names.length === 0) throw new UsageError(`No quarter is closed in ${root}/${QUARTERS}.`, 'Run `muster quarter close <quarter>` first.')
  const outlines = await quarterOutlines(host, root)
  const asked = options.all === true ? names : filesOf(name ?? latest(outlines.records) ?? names.at(-1) ?? '', names)
  const ordered = [...outlines.records.map(({ file }) => file), ...outlines.unreadable.map(({ file }) => file)].filter((file) => asked.includes(file))
  const sources = await revisionSources(host, root, options.repository === undefined ? undefined : absolutePath(folderOf(host, options), options.repository))
  const committed = committedIn(host, root)
  const verified: VerifiedRecord[] = []
  try {
    for (const file of ordered) verified.push(await verifyRecord(file, { host, root, sources, faults: outlines.faults, committed }))
  } finally {
    for (const { opened } of sources) if (!isRefusal(opened)) await opened.close()
  }
  const damaged = damagedBundles(sources)
  await host.out.write(format === 'json' ? verifyJson(verified, damaged) : verifyText(verified, damaged, paintFor(host, options.color ?? 'auto')))
  const states = [...verified.flatMap(({ checks }) => checks.map(({ state }) => state)), ...damaged.map(() => 'broken')]
  return states.includes('unknown') ? EXIT.wrongInput : states.includes('broken') ? EXIT.found : EXIT.done
}

const latest = (records: readonly QuarterRecord[]): string | undefined => [...records].sort((a, b) => (a.quarter['as-of'] < b.quarter['as-of'] ? 1 : -1))[0]?.quarter.quarter

function filesOf(name: string, names: readonly string[]): readonly string[] {
  const quarter = name.replace(/\.json$/, '')
  const files = names.filter((file) => file === `${quarter}.json` || file.startsWith(`${quarter}.c`))
  if (files.length === 0) throw new UsageError(`\`${quarter}\` is not closed.`, suggestHint(quarter, names.map((file) => file.replace(/(\.c\d+)?\.json$/, '')), 'Run `muster quarter list` to see what is.'))
  return files
}

// What was committed tells where a file was changed since, down to the byte.
function committedIn(host: Host, root: string): (file: string) => Promise<string | undefined> {
  const reading = (async () => {
    const repository = await host.repository(root)
    const head = isRefusal(repository) ? repository : await repository.revision('HEAD')
    return isRefusal(repository) || isRefusal(head) ? undefined : repository.filesAt(head)
  })()
  return async (file) => {
    const text = (await (await reading)?.readTexts(`${root}/${QUARTERS}`, [file], MAX_RECORD_BYTES))?.get(file)
    return text !== undefined && 'text' in text ? text.text : undefined
  }
}

const damagedBundles = (sources: readonly RevisionSource[]): readonly { readonly message: string; readonly hint: string }[] =>
  sources.flatMap(({ bundle, opened }) => {
    if (!bundle || !isRefusal(opened)) return []
    const { message, hint } = refusalInWords(opened)
    return [{ message, hint }]
  })

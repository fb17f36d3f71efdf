import { CLASSES, planBinder, type BinderPlan } from '../document/binder/plan-binder.js'
import { zipOf, type ZipEntry } from '../document/binder/zip.js'
import { composeDocument } from '../document/compose-document.js'
import type { DocumentContext } from '../document/context.js'
import { sections } from '../document/sections/index.js'
import type { FolderEntry, Host } from '../host/host.js'
import { digester } from '../model/digest.js'
import type { Diagnostic } from '../source/diagnostic.js'
import { once, toWrite, writeToFile } from './formats.js'
import { absolutePath, folderOf, oneOf } from './options.js'
import type { Job } from './report.js'
import { ownTemplate } from './report-template.js'
import { UsageError } from './usage-error.js'

/** Writes a binder as a folder, all of it or nothing, and then as a zip of that folder. */
export async function writeBinder(job: Job, context: DocumentContext): Promise<readonly Diagnostic[]> {
  const { host, options, workspace, template, language } = job
  const upTo = oneOf(options.class ?? workspace.library.config['highest-classification'] ?? 'internal', CLASSES, '--class')
  const name = `binder${context.subject ? `-${context.subject.id}` : ''}`
  const folder = `${absolutePath(folderOf(host, options), options.output ?? '.')}/${name}`
  if ((await host.list(folder, 0)) !== undefined) throw new UsageError(`The folder ${options.output}/${name} is there already.`, 'Name another folder, or remove it.')
  const there = await artifactsThere(job, context)
  const binder = planBinder(context, upTo, job.chosen.map(({ format }) => `00-index.${format.id}`), (entry, artifact) => there.has(`${entry.id}/${artifact}`))
  const { value: index, diagnostics } = composeDocument(template, sections, { ...context, binder })
  const { value: verify } = composeDocument(ownTemplate('binder-verify', language), sections, { ...context, binder })
  if (index === undefined || verify === undefined) return diagnostics

  const pages: { readonly path: string; readonly bytes: string | Uint8Array }[] = []
  for (const { format: { id, load } } of job.chosen) pages.push({ path: `00-index.${id}`, bytes: await (await load())(index, {}) })
  const { toMarkdown } = await import('../document/markdown/to-markdown.js')
  pages.push({ path: '01-how-to-verify.md', bytes: await toMarkdown(verify, {}) })
  const written: string[] = []
  const entries = [...pages.map(({ path, bytes }) => ({ path, chunks: once(bytes) })), ...copies(host, workspace.root, binder)]
  await toWrite(folder, () => host.writeFolder(folder, withManifest(entries, written)))
  await writeToFile(host, `${folder}.zip`, zipOf(filesIn(host, folder, name, written)))
  job.written.push(`${name}/`, `${name}.zip`)
  return []
}

// What the assessment read the digest of a moment ago is there; everything else is left out and said to be.
async function artifactsThere({ host, workspace }: Job, { applications }: DocumentContext): Promise<ReadonlySet<string>> {
  const there = new Set<string>()
  for (const { id, evidence } of applications) {
    const paths = [...new Set(evidence.flatMap(({ data }) => [...(data.path === undefined ? [] : [data.path]), ...(data.files ?? []).map(({ path }) => path)]))]
    for (const [path, state] of await host.digests(`${workspace.root}/applications/${id}`, paths)) if ('sha256' in state) there.add(`${id}/${path}`)
  }
  return there
}

const copies = (host: Host, root: string, { items }: BinderPlan): readonly FolderEntry[] =>
  items.flatMap(({ entry, files }) => files.map(({ path, artifact }) => ({ path, chunks: artifactChunks(host, `${root}/applications/${entry.id}`, artifact) })))

async function* artifactChunks(host: Host, folder: string, file: string): AsyncGenerator<Uint8Array> {
  const chunks = await host.readChunks(folder, file)
  if ('refused' in chunks) throw new Error(`${file} cannot be read any more: ${chunks.refused}.`)
  yield* chunks
}

// Digests are taken of what is written, while it is written.
async function* withManifest(entries: readonly FolderEntry[], written: string[]): AsyncGenerator<FolderEntry> {
  const lines: string[] = []
  for (const { path, chunks } of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const hash = digester()
    yield { path, chunks: watch(chunks, hash.add) }
    lines.push(`${hash.hex()}  ${path}\n`)
    written.push(path)
  }
  yield { path: MANIFEST, chunks: once(lines.join('')) }
  written.push(MANIFEST)
}

const MANIFEST = 'manifest.sha256'

async function* watch(chunks: FolderEntry['chunks'], see: (chunk: string | Uint8Array) => void): AsyncGenerator<string | Uint8Array> {
  for await (const chunk of chunks) {
    see(chunk)
    yield chunk
  }
}

async function* filesIn(host: Host, folder: string, name: string, paths: readonly string[]): AsyncGenerator<ZipEntry> {
  for (const path of paths) yield { path: `${name}/${path}`, chunks: artifactChunks(host, folder, path) }
}

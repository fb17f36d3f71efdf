import type { Host } from '../host/host.js'
import { templates } from '../document/templates.generated.js'
import { parseTemplate, type Template } from '../document/template.js'
import type { DocumentInfo } from '../document/documents.js'
import type { Language } from '../document/texts/index.js'
import { absolutePath, folderOf, type GlobalOptions } from './options.js'
import { UsageError } from './usage-error.js'

/** The template of a document: the file that the command line names, or the one that comes with muster in the language. */
export async function templateFor(host: Host, options: GlobalOptions & { readonly template?: string }, document: DocumentInfo, language: Language, portfolio: boolean): Promise<Template> {
  if (options.template !== undefined) return parseTemplate(options.template, await readTemplate(host, options, options.template))
  return ownTemplate(`${document.id}${portfolio && document.portfolioTemplate ? '-portfolio' : ''}`, language)
}

/** A template that comes with muster, by its name and language. */
export function ownTemplate(id: string, language: Language): Template {
  const name = `${id}${language === 'en' ? '' : `.${language}`}`
  const text = templates[name]
  if (text === undefined) throw new Error(`there is no template ${name}`)
  return parseTemplate(`templates/${name}.md`, text)
}

async function readTemplate(host: Host, options: GlobalOptions, template: string): Promise<string> {
  const path = absolutePath(folderOf(host, options), template)
  const [folder, name] = [path.slice(0, path.lastIndexOf('/')) || '/', path.slice(path.lastIndexOf('/') + 1)]
  const text = (await host.readTexts(folder, [name])).get(name) ?? { refused: 'absent' as const }
  if ('text' in text) return text.text
  throw new UsageError(text.refused === 'absent' ? `There is no template ${template}.` : `The template ${template} cannot be read: ${REFUSALS[text.refused]}.`, 'Check the path after `--template`.')
}

const REFUSALS: Readonly<Record<string, string>> = { 'too-large': 'it is larger than a mebibyte', 'not-utf8': 'it is not UTF-8', 'outside': 'it leads out of its folder', 'unreadable': 'it is no readable file' }

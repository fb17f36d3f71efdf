import type { Doc } from '../model/doc.js'
import type { KindTypes } from '../schema/validate.js'
import type { Checked } from '../source/checked.js'
import { docsOf, type Diagnostic } from '../source/diagnostic.js'
import { MAX_FILE_BYTES, type FileText, type Foreign } from '../source/file-text.js'
import { parseYaml } from '../source/parse-yaml.js'
import { wholeFile } from '../source/place.js'
import { validateShape } from './validate-shape.js'

/** Reads one file of a known kind: parsed, then checked against its shape. A file that fails the first is not checked for the second. */
export function readFile<K extends keyof KindTypes>(file: string, read: FileText, kind: K): Checked<Doc<KindTypes[K]>> {
  if ('refused' in read) return { diagnostics: [refusal(file, read)] }
  const parsed = parseYaml(file, read.text)
  return parsed.value ? validateShape(parsed.value, kind) : { diagnostics: parsed.diagnostics }
}

const REFUSALS = {
  'absent': ['unreadable-file', 'The file is not there.', 'Write it, or mend the path.'],
  'too-large': ['file-too-large', `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB.`, 'Divide it, and keep artifacts in the folder `artifacts`.'],
  'not-utf8': ['not-utf8', 'The file is not text in UTF-8.', 'Save it as UTF-8.'],
  'outside': ['outside-folder', 'The path is a symbolic link that leads out of the repository.', 'Replace the link by the file itself.'],
  'unreadable': ['unreadable-file', 'The file cannot be read.', 'Check its permissions.'],
} as const

const foreignText = ({ utf16 }: Foreign): readonly ['not-utf8', string, string] => utf16
  ? ['not-utf8', 'The file is text in UTF-16, and not in UTF-8.', 'Save it as UTF-8; in PowerShell, write it with `Out-File -Encoding utf8`.']
  : ['not-utf8', 'From here on the file is not text in UTF-8, but perhaps in an older encoding such as Windows-1252.', 'Save it as UTF-8, and look whether its letters are still right.']

/** The diagnostic for a file whose text could not be had. */
export function refusal(file: string, { refused, foreign }: Extract<FileText, { readonly refused: unknown }>): Diagnostic {
  const [code, message, hint] = foreign ? foreignText(foreign) : REFUSALS[refused]
  return { code, severity: 'error', message, place: foreign ? { ...wholeFile(file), range: { start: foreign.at, end: foreign.at } } : wholeFile(file), hint, docs: docsOf(code) }
}

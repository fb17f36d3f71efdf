import { endOfDigested } from '../model/quarter-text.js'
import { sha256 } from '../model/digest.js'
import { recordError, type RecordTypes } from '../schema/validate-record.js'
import type { FileText } from '../source/file-text.js'

/** Why a record cannot be read. `newer`: by its version it was written by a newer muster. */
export type RecordFault = { readonly fault: 'refused' | 'not-json' | 'newer' | 'shape'; readonly detail: string }

/** The major version of the records that are written and read here. */
const MAJOR = 1

/** Reads a record that muster wrote: a quarter, or the library of one. */
export function readRecord<K extends keyof RecordTypes>(kind: K, read: FileText | undefined): { readonly value: RecordTypes[K] } | RecordFault {
  if (read === undefined || 'refused' in read) return { fault: 'refused', detail: read?.refused ?? 'absent' }
  let value: unknown
  try {
    value = JSON.parse(read.text)
  } catch (error) {
    return { fault: 'not-json', detail: error instanceof Error ? error.message : String(error) }
  }
  const version = typeof value === 'object' && value !== null && 'schema-version' in value ? String(value['schema-version']) : ''
  if (/^\d+\./.test(version) && Number(version.split('.')[0]) > MAJOR) return { fault: 'newer', detail: version }
  const error = recordError(kind, value)
  if (error) return { fault: 'shape', detail: `${error.instancePath === '' ? 'the record' : error.instancePath} ${inWords(error.keyword, error.params)}` }
  return { value: value as RecordTypes[K] } // its shape was just checked
}

function inWords(keyword: string, params: Readonly<Record<string, unknown>>): string {
  if (keyword === 'required') return `has no \`${String(params['missingProperty'])}\``
  if (keyword === 'type') return `is not of type ${String(params['type'])}`
  return `breaks \`${keyword}\``
}

/** Whether the bytes of a quarter are those that were closed, by the digest that it ends with. */
export function holdsDigest(text: string, stated: string): boolean {
  const end = endOfDigested(text)
  return end > 0 && text.slice(end) === `"sha256":"${stated}"\n}\n` && sha256(text.slice(0, end)) === stated
}

import { nameOfEdition, type FrameworkEntry } from '../model/library.js'
import type { DocumentContext } from './context.js'

/** A framework with its edition, which never travel apart, and its status where it is not final. */
export function editionName({ texts }: Pick<DocumentContext, 'texts'>, { framework }: FrameworkEntry): string {
  const name = nameOfEdition({ ...framework, status: 'final' })
  return framework.status === 'final' ? name : `${name} (${texts.editionStatus[framework.status]})`
}

/** The same without the status, where that has a place of its own. */
export const plainEditionName = ({ framework }: FrameworkEntry): string => nameOfEdition({ ...framework, status: 'final' })

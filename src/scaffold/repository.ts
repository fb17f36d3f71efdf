import type { Catalog } from '../schema/types.js'
import { applicationFile } from './application-file.js'
import { ciFiles } from './ci-files.js'
import { codeowners } from './codeowners.js'
import { editorFiles } from './editor-files.js'
import { configFile } from './config-file.js'
import type { NewFile } from './new-file.js'
import type { NewRepository } from './new-repository.js'
import { repositoryPages } from './repository-pages.js'
import { INSTALLED_SCHEMAS } from './schema-line.js'

/** Every file of a new governance repository. */
export function repositoryFiles(repository: NewRepository, catalog: Catalog): readonly NewFile[] {
  const { organization, application, title, today } = repository
  const entries = [
    applicationFile({ id: organization, kind: 'organization', title, purpose: 'Answers once the controls that hold for the whole organization.', accountable: 'ciso', since: today }, catalog, INSTALLED_SCHEMAS),
    applicationFile({ ...application, kind: 'application', accountable: `${application.id}-owner`, technical: `${application.id}-lead`, since: today }, catalog, INSTALLED_SCHEMAS),
  ]
  return [configFile(repository), ...entries, codeowners(repository), ...ciFiles(), ...editorFiles(), ...repositoryPages(repository)]
}

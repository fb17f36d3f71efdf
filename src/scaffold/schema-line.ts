import type { Kind } from '../model/doc.js'

/** Where the schemas stand in a repository that has muster installed, from its root. */
export const INSTALLED_SCHEMAS = 'node_modules/passmuster/dist/schemas'

/** The first line of a file: by it editors complete and explain every key, offline. `schemas` is a folder, from the root of the repository. */
export const schemaLine = (kind: Kind, path: string, schemas: string): string =>
  `# yaml-language-server: $schema=${'../'.repeat(path.split('/').length - 1) || './'}${schemas}/${kind}.schema.json`

import type { Host } from '../host/host.js'
import { INSTALLED_SCHEMAS } from '../scaffold/schema-line.js'

/** The folder of the schemas from the root of a repository: of the installed package, or of the sources in a fork of muster's own repository. */
export async function schemasFolder(host: Host, root: string): Promise<string> {
  const sources = 'src/schema/input'
  const files = await host.list(`${root}/${sources}`, 0)
  return files?.includes('config.schema.json') ? sources : INSTALLED_SCHEMAS
}

// Writes what is derived from the schemas and rules and kept in git: src/schema/types.ts, docs/formats.md, docs/rules.md, docs/frameworks.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatsPage } from './formats-page.mjs'
import { frameworksPage } from './frameworks-page.mjs'
import { rulesPage } from './rules-page.mjs'
import { ROOT, typesModule } from './schemas.mjs'

for (const [path, make] of Object.entries({ 'src/schema/types.ts': typesModule, 'docs/formats.md': formatsPage, 'docs/rules.md': rulesPage, 'docs/frameworks.md': frameworksPage })) {
  writeFileSync(join(ROOT, path), await make())
  console.log(`wrote ${path}`)
}

// Writes what is derived from the schemas and rules and kept in git: src/schema/types.ts, docs/rules.md, docs/formats.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, typesModule } from './schemas.mjs'

const write = (path, text) => { writeFileSync(join(ROOT, path), text); console.log(`wrote ${path}`) }

write('src/schema/types.ts', await typesModule())

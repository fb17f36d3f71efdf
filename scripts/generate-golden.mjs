// Writes test/golden/documents anew from what muster prints now. A person runs it, and reads the difference: `npm run generate:golden`.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
execFileSync(process.execPath, [`${root}/node_modules/vitest/vitest.mjs`, 'run', '--config', `${root}/scripts/golden.vitest.mjs`], { stdio: 'inherit', cwd: root })

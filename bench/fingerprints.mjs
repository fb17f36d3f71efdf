// The fingerprints that reviews are bound to, from the project's own source, so that the corpus can never differ from it.
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const { outputFiles } = buildSync({
  entryPoints: [fileURLToPath(new URL('../src/model/digest.ts', import.meta.url))],
  bundle: true, format: 'esm', platform: 'node', write: false, logLevel: 'error',
})

export const { fingerprintOfEvidence, fingerprintOfFacts, fingerprintOfImplementation, sha256 } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)

// Empties and fills dist/: compiled validators, the bundled command line and API, type declarations, schemas, the built-in library.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { readRules } from './rules-page.mjs'
import { KINDS, RECORDS, ROOT, schemasModule, validatorsModule } from './schemas.mjs'

const at = (path) => join(ROOT, path)

// Written only when they differ, so that nothing watching the sources starts over.
const write = (path, text) => { if (!existsSync(at(path)) || readFileSync(at(path), 'utf8') !== text) writeFileSync(at(path), text) }
const typesOfValidators = (kinds) => `type Validate = { (value: unknown): boolean; errors?: readonly { readonly instancePath: string; readonly schemaPath: string; readonly keyword: string; readonly params: Readonly<Record<string, unknown>> }[] | null }\n${Object.keys(kinds).map((kind) => `export declare const ${kind.replace('-', '_')}: Validate\n`).join('')}`
write('src/schema/validators.generated.js', validatorsModule())
write('src/schema/validators.generated.d.ts', typesOfValidators(KINDS))
write('src/schema/record-validators.generated.js', validatorsModule(RECORDS))
write('src/schema/record-validators.generated.d.ts', typesOfValidators(RECORDS))
write('src/schema/schemas.generated.js', schemasModule())
write('src/schema/schemas.generated.d.ts', '/** The schemas by their id, parsed when they are first asked for. */\nexport declare const schemas: () => Readonly<Record<string, unknown>>\n')

// What `muster explain <rule>` prints, so that it need not load every rule to tell of one.
const shown = (files) => Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.split('\n', 80).map((line) => line.slice(0, 160)).join('\n')]))
const documented = (await readRules()).map(({ check: _check, bad, good, previous, ...documentation }) => ({ ...documentation, ...(previous && { previous: shown(previous) }), bad: shown(bad), good: shown(good) }))
write('src/rules/documented.generated.js', `export const documented = JSON.parse(${JSON.stringify(JSON.stringify(documented))})\n`)
write('src/rules/documented.generated.d.ts', "import type { RuleDocumentation } from './rule.js'\nexport declare const documented: readonly RuleDocumentation[]\n")

// The templates of documents, so that they are at hand wherever the tool is installed.
const templates = Object.fromEntries(readdirSync(at('templates')).filter((name) => name.endsWith('.md')).sort().map((name) => [name.slice(0, -3), readFileSync(at(`templates/${name}`), 'utf8')]))
write('src/document/templates.generated.js', `export const templates = JSON.parse(${JSON.stringify(JSON.stringify(templates))})\n`)
write('src/document/templates.generated.d.ts', '/** Text of every template by its name, `gap`, `gap-portfolio`, `gap.de`. */\nexport declare const templates: Readonly<Record<string, string>>\n')

// Types are checked before dist/ is emptied, so that a slip leaves the last good build standing.
const tsc = (...options) => execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.json'), ...options], { stdio: 'inherit' })
tsc('--noEmit')
rmSync(at('dist'), { recursive: true, force: true })
mkdirSync(at('dist'), { recursive: true })
tsc()

// The examples of rules are their tests and their documentation, which has been written above: no run composes them again.
const withoutExamples = {
  name: 'without-examples',
  setup: ({ onLoad }) => onLoad({ filter: /[/\\]src[/\\]rules[/\\]example-[a-z-]+\.ts$/ }, ({ path }) => ({
    contents: [...readFileSync(path, 'utf8').matchAll(/^export const (\w+)/gm)].map(([, name]) => `export const ${name} = () => ({})`).join('\n'), loader: 'js',
  })),
}

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
await build({
  entryPoints: { cli: at('src/cli.ts'), index: at('src/index.ts'), thread: at('src/thread.ts'), 'compile-library': at('src/read/compile-library.ts') },
  outdir: at('dist'), bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20.19', minifySyntax: true, minifyWhitespace: true, keepNames: false,
  legalComments: 'none', packages: 'bundle', external: ['yaml', '@resvg/resvg-js'], define: { __MUSTER_VERSION__: JSON.stringify(version) },
  banner: { js: 'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);' }, chunkNames: '[name]-[hash]', logLevel: 'error', plugins: [withoutExamples],
})

// The font that pictures in documents are set in, with its licence.
for (const [from, to] of [['ttf/DejaVuSans.ttf', 'DejaVuSans.ttf'], ['LICENSE', 'LICENSE-DejaVu']]) cpSync(at(`node_modules/dejavu-fonts-ttf/${from}`), at(`dist/fonts/${to}`))

cpSync(at('src/schema/input'), at('dist/schemas'), { recursive: true })
cpSync(at('src/schema/output'), at('dist/schemas/output'), { recursive: true })

const { compileLibrary } = await import(pathToFileURL(at('dist/compile-library.js')).href)
writeFileSync(at('dist/builtin.json'), compileLibrary(ROOT))
rmSync(at('dist/compile-library.js'))

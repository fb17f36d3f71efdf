import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
// @ts-expect-error the scripts are plain JavaScript
import { formatsPage } from '../scripts/formats-page.mjs'
// @ts-expect-error the scripts are plain JavaScript
import { frameworksPage } from '../scripts/frameworks-page.mjs'
// @ts-expect-error the scripts are plain JavaScript
import { rulesPage } from '../scripts/rules-page.mjs'
// @ts-expect-error the scripts are plain JavaScript
import { readSchemas, typesModule } from '../scripts/schemas.mjs'

const kept = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

// When one of these fails: `npm run generate`, and read the difference.
test('src/schema/types.ts is what the schemas say now', async () => expect(await typesModule()).toBe(kept('src/schema/types.ts')))
test('docs/formats.md is what the schemas say now', async () => expect(await formatsPage()).toBe(kept('docs/formats.md')))
test('docs/frameworks.md is what the frameworks say now', async () => expect(await frameworksPage()).toBe(kept('docs/frameworks.md')))
test('docs/rules.md is what the rules say now', async () => expect(await rulesPage()).toBe(kept('docs/rules.md')))

type Part = { readonly description?: string; readonly $ref?: string; readonly properties?: Readonly<Record<string, Part>>; readonly items?: Part; readonly definitions?: Readonly<Record<string, Part>>; readonly additionalProperties?: Part | boolean }

function withoutDescription(part: Part, path: string): readonly string[] {
  const own = Object.entries(part.properties ?? {}).flatMap(([key, child]) => [...(child.description === undefined && child.$ref === undefined ? [`${path}.${key}`] : []), ...withoutDescription(child, `${path}.${key}`)])
  const items = part.items ? withoutDescription(part.items, `${path}[]`) : []
  const more = typeof part.additionalProperties === 'object' ? withoutDescription(part.additionalProperties, `${path}{}`) : []
  const definitions = Object.entries(part.definitions ?? {}).flatMap(([name, child]) => [...(child.description === undefined ? [`#${name}`] : []), ...withoutDescription(child, `#${name}`)])
  return [...own, ...items, ...more, ...definitions]
}

test('every property of every schema has a description', () => {
  const schemas: readonly (Part & { readonly $id: string })[] = readSchemas()
  expect(schemas.flatMap((schema) => withoutDescription(schema, schema.$id))).toEqual([])
})

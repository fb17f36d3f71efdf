import { expect, test } from 'vitest'

test('the package exports exactly these names', async () => {
  const api: Readonly<Record<string, unknown>> = await import('../dist/index.js')
  expect(Object.keys(api).sort()).toEqual(['assessPortfolio', 'nodeHost', 'openWorkspace', 'run'])
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  define: { __MUSTER_VERSION__: JSON.stringify('0.0.0-test') },
  test: { include: ['test/golden/write-documents.ts'], watch: false },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ['@trustframe/source', 'node', 'import', 'module', 'default'] } },
  test: {
    include: ['{packages,apps,tools,examples}/*/test/**/*.test.ts'],
    // Module state is shared between files, so tests use layers instead of module mocks.
    isolate: false,
    maxWorkers: '100%',
    // Some tests start processes and sockets, on machines that are busy with others.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    coverage: {
      provider: 'v8',
      include: ['{packages,apps}/*/src/**/*.ts'],
      reporter: ['text', 'json-summary', 'lcov']
    }
  }
})

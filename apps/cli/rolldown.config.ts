import { defineConfig } from 'rolldown'

export default defineConfig({
  input: { trustframe: 'src/main.ts' },
  platform: 'node',
  resolve: { conditionNames: ['@trustframe/source', 'node', 'import', 'default'] },
  output: {
    dir: 'bundle',
    format: 'esm',
    // The version is printed without loading the rest.
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
    minify: { mangle: false, compress: true }
  }
})

import { describe, expect, it } from 'vitest'
import { checkFile } from '../src/check.ts'

const imports = (file: string, specifier: string) =>
  checkFile(file, `// first line\nimport { x } from '${specifier}'\n`).map(({ line, message }) => `${line}: ${message}`)

describe('what a package must never know', () => {
  it.each([
    ['packages/policy/src/a.ts', 'effect/Effect', 'packages/policy is pure and must not know Effect'],
    ['packages/policy/src/a.ts', 'node:fs', 'packages/policy must not know Node'],
    ['packages/policy/src/a.ts', '@trustframe/core', 'packages/policy must not know @trustframe/core'],
    ['packages/testing/src/a.ts', 'node:fs', 'packages/testing must not know Node'],
    ['packages/core/src/a.ts', '@trustframe/policy', 'packages/core must not know @trustframe/policy'],
    ['packages/core/src/a.ts', '@trustframe/plan', 'packages/core must not know @trustframe/plan'],
    ['packages/core/src/a.ts', 'effect', 'import a module of Effect (effect/Effect), not the barrel'],
    [
      'packages/core/src/journey/a.ts',
      'effect/Effect',
      'packages/core/src/journey is pure and must not know effect/Effect'
    ],
    ['packages/http/src/a.ts', '@trustframe/policy', 'packages/http must not know @trustframe/policy'],
    ['packages/claims/src/a.ts', 'left-pad', 'packages/claims does not list left-pad among its libraries'],
    [
      'packages/claims/src/a.ts',
      '../../policy/src/index.ts',
      'leaves packages/claims; import the other package by its name'
    ],
    ['apps/cli/src/a.ts', '@trustframe/core/internal/x', 'reaches into the inside of another package']
  ])('%s may not import %s', (file, specifier, message) => {
    expect(imports(file, specifier)).toEqual([`2: "${specifier}": ${message}`])
  })

  it.each([
    ['packages/policy/src/a.ts', 'fast-xml-parser'],
    ['packages/policy/src/read/a.ts', '../model/index.ts'],
    ['packages/core/src/a.ts', '@trustframe/plan/plan'],
    ['packages/core/src/exchange/a.ts', 'effect/Schema'],
    ['packages/http/src/a.ts', 'node:tls'],
    ['packages/testing/src/node/a.ts', 'node:fs'],
    ['apps/cli/src/a.ts', '@trustframe/lint']
  ])('%s may import %s', (file, specifier) => {
    expect(imports(file, specifier)).toEqual([])
  })

  it('sees exports and dynamic imports too', () => {
    const text = "export * from 'effect/Effect'\nexport const late = () => import('node:fs')\n"
    expect(checkFile('packages/plan/src/a.ts', text).map(({ line }) => line)).toEqual([1, 2])
  })

  it.each(['Date.now()', 'new Date()', 'Math.random()', 'crypto.randomUUID()', 'fetch(url)'])('sees %s', (call) => {
    expect(checkFile('packages/core/src/a.ts', `export const x = ${call}\n`)).toHaveLength(1)
  })

  it('leaves comments and methods alone', () => {
    expect(
      checkFile('packages/core/src/a.ts', '// Date.now() is forbidden\nexport const x = cache.fetch(key)\n')
    ).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import generate from '../src/transformation/generator.mjs'
import { MemoryTree } from './support/MemoryTree.ts'

const table = 'packages/claims/src/transformations/table.ts'

const generated = async (method: string, family: string) => {
  const tree = new MemoryTree()
  await generate(tree, { method, family })
  return tree
}

describe('nx g ./tools/generators:transformation', () => {
  it('writes the transformation, its entry in the table and its vectors', async () => {
    const { written } = await generated('StringReverse', 'string')
    expect([...written.keys()]).toEqual([
      'packages/claims/src/transformations/string/StringReverse.ts',
      table,
      'packages/claims/test/vectors/own/StringReverse.json'
    ])
  })

  it('puts the import among those of its family, and the entry into the list', async () => {
    const lines = (await generated('StringReverse', 'string')).read(table).split('\n')
    const at = lines.indexOf("import { StringReverse } from './string/StringReverse.ts'")
    expect(lines.slice(at - 1, at + 2)).toEqual([
      "import { StringReplace } from './string/StringReplace.ts'",
      "import { StringReverse } from './string/StringReverse.ts'",
      "import { StringSplit } from './string/StringSplit.ts'"
    ])
    expect(lines[lines.findIndex((line) => line.startsWith('] as const')) - 1]).toBe('  StringReverse')
  })

  it('writes a vector that fails until somebody says what the method does', async () => {
    const text = (await generated('StringReverse', 'string')).read(
      'packages/claims/test/vectors/own/StringReverse.json'
    )
    expect(JSON.parse(text)).toMatchObject([
      { method: 'StringReverse', expect: { outputClaims: { outputClaim: { value: 'what the documentation says' } } } }
    ])
  })

  it('does not write over what is there', async () => {
    const tree = await generated('StringReverse', 'string')
    await expect(generate(tree, { method: 'StringReverse', family: 'string' })).rejects.toThrow('exists already')
  })
})

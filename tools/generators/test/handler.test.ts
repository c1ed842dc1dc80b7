import { describe, expect, it } from 'vitest'
import generate from '../src/handler/generator.mjs'
import { MemoryTree } from './support/MemoryTree.ts'

const geoLookup = { name: 'GeoLookup', type: 'Web.TPEngine.Providers.GeoLookupProvider' } as const

const generated = async () => {
  const tree = new MemoryTree()
  await generate(tree, geoLookup)
  return tree
}

/** The lines around the first that holds `text`. */
const around = (tree: MemoryTree, path: string, text: string): ReadonlyArray<string> => {
  const lines = tree.read(path).split('\n')
  const at = lines.findIndex((line) => line.includes(text))
  return lines.slice(at - 1, at + 2)
}

describe('nx g ./tools/generators:handler', () => {
  it('writes the contract, the plan, the compiler, the runner and a test, and registers them', async () => {
    const { written } = await generated()
    expect([...written.keys()].toSorted()).toEqual([
      'packages/core/src/journey/calls/geoLookup.ts',
      'packages/core/src/journey/calls/index.ts',
      'packages/core/test/journey/geoLookup.test.ts',
      'packages/plan/src/compile/calls/geoLookup.ts',
      'packages/plan/src/compile/calls/index.ts',
      'packages/plan/src/handlers/geoLookup.ts',
      'packages/plan/src/handlers/handlers.ts',
      'packages/plan/src/plan/GeoLookupPlan.ts',
      'packages/plan/src/plan/ProfilePlan.ts',
      'packages/plan/src/plan/index.ts'
    ])
  })

  it.each([
    [
      'packages/plan/src/handlers/handlers.ts',
      "from './geoLookup.ts'",
      [
        "import { externalLoginSession } from './externalLoginSession.ts'",
        "import { geoLookup } from './geoLookup.ts'",
        "import type { HandlerContract } from './HandlerContract.ts'"
      ]
    ],
    ['packages/plan/src/handlers/handlers.ts', '  geoLookup,', ['  userJourneyContext,', '  geoLookup,', '  engine,']],
    [
      'packages/plan/src/plan/index.ts',
      'GeoLookupPlan',
      [
        "export * from './DirectoryPlan.ts'",
        "export * from './GeoLookupPlan.ts'",
        "export * from './IdentityProviderPlan.ts'"
      ]
    ],
    [
      'packages/plan/src/plan/ProfilePlan.ts',
      '  | GeoLookupPlan',
      ['  | ApplicationInsightsPlan', '  | GeoLookupPlan', '  | UserJourneyContextPlan']
    ],
    [
      'packages/plan/src/compile/calls/index.ts',
      "['GeoLookupProvider'",
      [
        "  ['UserJourneyContextProvider', compileUserJourneyContext],",
        "  ['GeoLookupProvider', compileGeoLookup],",
        "  ['None', compileEngine]"
      ]
    ],
    [
      'packages/core/src/journey/calls/index.ts',
      "case 'GeoLookup'",
      [
        '      return bind(userJourneyContext, run, profile, call)',
        "    case 'GeoLookup':",
        '      return bind(geoLookup, run, profile, call)'
      ]
    ]
  ])('adds a line to %s: %s', async (path, text, lines) => {
    expect(around(await generated(), path, text)).toEqual(lines)
  })

  it('writes a test that fails until somebody says what the handler does', async () => {
    const text = (await generated()).read('packages/core/test/journey/geoLookup.test.ts')
    expect(text).toContain("answered: 'what the documentation says'")
    expect(text).toContain("handler: 'Web.TPEngine.Providers.GeoLookupProvider'")
  })

  it('writes nothing over what is there, and nothing at all then', async () => {
    const tree = await generated()
    const before = new Map(tree.written)
    await expect(generate(tree, geoLookup)).rejects.toThrow('exists already')
    expect(tree.written).toEqual(before)
  })

  it('says so when a registry has another shape', async () => {
    const tree = new MemoryTree()
    tree.write('packages/plan/src/handlers/handlers.ts', "import { a } from './a.ts'\nexport const handlers = [a]\n")
    await expect(generate(tree, geoLookup)).rejects.toThrow(
      'packages/plan/src/handlers/handlers.ts has another shape than this generator knows: it has no line "engine,"'
    )
  })
})

/** What each package may import: the architecture's graph as data. `ARCHITECTURE.md` says why. */

/** The rules of one package. */
export interface PackageRule {
  /** Entry points of this workspace that it may import. `*` after a slash is any entry of that package. */
  readonly workspace: ReadonlyArray<string>
  /** Which modules of Effect it may import: none; data types only; everything. */
  readonly effect: 'none' | 'all'
  /** Whether it may import modules of Node. */
  readonly node: boolean
  /** Other packages. */
  readonly external: ReadonlyArray<string>
}

const pure = { effect: 'none', node: false } as const

/** By folder. A folder that is not here may import what its manifest declares (apps, tools, examples). */
export const packageRules: Readonly<Record<string, PackageRule>> = {
  'packages/policy': { ...pure, workspace: [], external: ['fast-xml-parser'] },
  'packages/claims': {
    ...pure,
    workspace: [],
    external: ['@noble/hashes', 'libphonenumber-js']
  },
  'packages/plan': { ...pure, workspace: ['@trustframe/policy', '@trustframe/claims'], external: ['@noble/hashes'] },
  'packages/lint': {
    ...pure,
    workspace: ['@trustframe/policy', '@trustframe/claims', '@trustframe/plan', '@trustframe/plan/handlers'],
    external: []
  },
  'packages/core': {
    effect: 'all',
    node: false,
    // The executable form only: neither the compiler nor a policy document.
    workspace: ['@trustframe/claims', '@trustframe/plan/plan'],
    external: ['@noble/hashes']
  },
  'packages/http': {
    effect: 'all',
    // Sockets, TLS and name resolution; nothing else.
    node: true,
    workspace: [
      '@trustframe/claims',
      '@trustframe/plan/plan',
      '@trustframe/core',
      '@trustframe/core/exchange',
      '@trustframe/core/ports',
      // The clock-bound timer, shared with the time limits; no retries.
      '@trustframe/core/resilience'
    ],
    external: ['undici']
  },
  'packages/storage': {
    effect: 'all',
    node: false,
    workspace: ['@trustframe/claims', '@trustframe/core/ports'],
    external: ['@noble/hashes', 'hash-wasm']
  },
  'packages/tokens': {
    effect: 'all',
    node: false,
    workspace: ['@trustframe/claims', '@trustframe/plan/plan', '@trustframe/core/ports'],
    external: ['jose']
  },
  'packages/runtime': {
    effect: 'all',
    node: false,
    workspace: [
      '@trustframe/claims',
      '@trustframe/core',
      '@trustframe/core/resilience',
      '@trustframe/http',
      '@trustframe/plan',
      '@trustframe/policy',
      '@trustframe/storage',
      '@trustframe/tokens'
    ],
    external: []
  },
  'packages/testing': {
    effect: 'all',
    node: false,
    workspace: [
      '@trustframe/claims',
      '@trustframe/core',
      '@trustframe/core/resilience',
      '@trustframe/http',
      '@trustframe/plan',
      '@trustframe/policy',
      '@trustframe/runtime',
      '@trustframe/storage'
    ],
    external: ['tinyglobby']
  }
}

/** Folders whose modules may import Node although their package must not: entry points of their own. */
export const nodeFolders: ReadonlyArray<string> = ['packages/testing/src/node']

/** Folders whose modules are pure although their package is not: no running Effect, only `Schema` and its data. */
export const pureFolders: ReadonlyArray<{ readonly folder: string; readonly effect: ReadonlyArray<string> }> = [
  { folder: 'packages/core/src/journey', effect: [] },
  { folder: 'packages/core/src/exchange', effect: ['effect/Schema'] }
]

/** Globals that packages must not touch: time, chance and the network come through services. */
export const forbiddenGlobals: ReadonlyArray<{ readonly pattern: RegExp; readonly instead: string }> = [
  { pattern: /\bDate\.now\s*\(/, instead: "Effect's Clock, or the moment of an event" },
  { pattern: /\bnew Date\s*\(\s*\)/, instead: "Effect's Clock, or the moment of an event" },
  { pattern: /\bMath\.random\s*\(/, instead: 'the ambient of an event' },
  { pattern: /\bcrypto\.randomUUID\s*\(/, instead: 'the ambient of an event' },
  { pattern: /(?<![.\w])fetch\s*\(/, instead: 'the Transport port' }
]

/** Reading policies: the four files of the starter pack's largest chain, and every policy of the corpus. */
import { SaxesParser } from 'saxes'
import { megabytes, missingPlaces, samples, starter4 } from '../lib/corpus.mjs'
import { byEffort, entriesOf, projectEntries, rounds } from '../lib/entries.mjs'

const isWellFormed = ({ text }) => {
  try {
    new SaxesParser({ xmlns: true }).write(text).close()
    return true
  } catch {
    return false
  }
}

const withSize = (docs) => ({ docs, mb: megabytes(docs) })

export default {
  id: 'b-parse',
  title: 'Reading policies',
  missing: () => missingPlaces('TF_STARTER', 'TF_SAMPLES'),
  before: () => ({
    illFormed: samples((document) => !isWellFormed(document)).map(({ path }) => path)
  }),
  input: ({ illFormed }) => {
    const bad = new Set(illFormed)
    const chain = withSize(starter4())
    return { ...chain, starter4: chain, samples: withSize(samples(({ path }) => !bad.has(path))) }
  },
  pick: (input, mode) => input[mode.corpus],
  check: (count) => (count === 4 ? undefined : `${count} of 4 files were read`),
  async entries() {
    return [
      ...entriesOf('entries/b/parsers.mjs', {
        baseline: 'fxp',
        names: ['fxp', 'fxp_ordered', 'fxp_checked', 'saxes_tree', 'hand'],
        extra: [
          'fxp_bare',
          'fxp_validator',
          'saxes_events',
          'saxes_ns',
          'sax_events',
          'sax_tree',
          'xmldom',
          'decode',
          'find_lt',
          'json_cache',
          'v8_cache'
        ]
      }),
      ...entriesOf('entries/b/native.mjs', { names: ['libxml2_wasm', 'xmllint', 'xmllint_spawn'] }),
      ...(await projectEntries('project/b-parse.mjs'))
    ]
  },
  modes: (options) => [
    {
      name: 'starter4',
      corpus: 'starter4',
      kind: 'block',
      ms: 150,
      warmMs: byEffort(options, 800, 4000, 4000),
      rounds: rounds(options, 3, 9, 11)
    },
    {
      name: 'samples',
      corpus: 'samples',
      kind: 'block',
      startN: 1,
      ms: 200,
      warmMs: byEffort(options, 800, 3000, 3000),
      rounds: rounds(options, 3, 7, 11)
    },
    { name: 'allocation', corpus: 'starter4', kind: 'allocation', runs: 20, rounds: 1 }
  ],
  firstColumn: 'parser',
  columns: [
    { title: 'starter pack, ms', mode: 'starter4', median: 'p50Ms' },
    { title: 'ratio', mode: 'starter4', ratio: 'p50Ms' },
    { title: 'MB/s', mode: 'starter4', median: 'mbPerSec' },
    { title: 'allocated MB', mode: 'allocation', median: 'allocatedBytesPerOp', scale: 1e-6 },
    { title: 'all policies, ms', mode: 'samples', median: 'p50Ms' },
    { title: 'ratio', mode: 'samples', ratio: 'p50Ms' },
    { title: 'MB/s', mode: 'samples', median: 'mbPerSec' }
  ],
  aims: [
    {
      text: 'the load of the starter pack by its bare parse into objects',
      entry: 'projectLoad',
      mode: 'starter4',
      measure: 'p50Ms',
      atMost: 2
    }
  ]
}

/** Checking policies: against the published schema, and with all of Trustframe's rules. */
import { missingPlaces } from '../lib/corpus.mjs'
import { byEffort, entriesOf, projectEntries, rounds } from '../lib/entries.mjs'
import parse from './b-parse.mjs'

export default {
  id: 'b-validate',
  title: 'Checking policies',
  missing: () => missingPlaces('TF_STARTER', 'TF_SAMPLES', 'TF_XSD'),
  before: parse.before,
  input: parse.input,
  pick: parse.pick,
  check: (count) => (count === 4 ? undefined : `${count} of 4 files were checked`),
  async entries() {
    return [
      ...entriesOf('entries/b/parsers.mjs', { baseline: 'fxp', names: ['fxp'] }),
      ...entriesOf('entries/b/validate.mjs', {
        names: ['wasm_warm', 'wasm_cold', 'xmllint_schema', 'xmllint_plain'],
        extra: ['wasm_cli']
      }),
      ...(await projectEntries('project/b-validate.mjs'))
    ]
  },
  modes: (options) => [
    {
      name: 'starter4',
      corpus: 'starter4',
      kind: 'block',
      startN: 1,
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
      // One pass takes half a second, and the engine is done with compiling after some ten of them.
      warmMs: byEffort(options, 800, 6000, 8000),
      preMs: 0,
      rounds: rounds(options, 2, 5, 7)
    }
  ],
  firstColumn: 'how',
  columns: [
    { title: 'starter pack, ms', mode: 'starter4', median: 'p50Ms' },
    { title: 'by the bare parse', mode: 'starter4', ratio: 'p50Ms' },
    { title: 'all policies, ms', mode: 'samples', median: 'p50Ms' },
    { title: 'by the bare parse', mode: 'samples', ratio: 'p50Ms' }
  ],
  aims: [
    {
      text: 'checking all policies by their bare parse into objects',
      entry: 'project',
      mode: 'samples',
      measure: 'p50Ms',
      atMost: 3
    }
  ]
}

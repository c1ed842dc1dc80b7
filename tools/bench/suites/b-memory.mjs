/** What the trees of all policies of the corpus weigh, in a process that keeps them all. */
import { missingPlaces } from '../lib/corpus.mjs'
import { entriesOf, projectEntries, rounds } from '../lib/entries.mjs'

export default {
  id: 'b-memory',
  title: 'Memory of parsed policies',
  clientCore: undefined,
  missing: () => missingPlaces('TF_STARTER', 'TF_SAMPLES'),
  async entries() {
    return [
      ...entriesOf('entries/b/memory.mjs', {
        baseline: 'fxp',
        names: ['fxp', 'fxp_ordered', 'saxes_tree', 'hand', 'libxml2_wasm'],
        extra: ['sax_tree', 'xmldom']
      }),
      ...(await projectEntries('project/b-memory.mjs'))
    ]
  },
  modes: (options) => [{ name: 'kept', kind: 'burst', rounds: rounds(options, 1, 3, 5) }],
  firstColumn: 'parser',
  columns: [
    { title: 'JavaScript heap kept, MB per MB of XML', mode: 'kept', median: 'heap' },
    { title: 'growth of the process', mode: 'kept', median: 'rss' },
    { title: 'peak growth', mode: 'kept', median: 'peak' }
  ]
}

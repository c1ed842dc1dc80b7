/** What a journey weighs while it waits for a person. */
import { entriesOf, rounds } from '../lib/entries.mjs'

export default {
  id: 'd-open',
  title: 'Memory of a sign-in that waits at its page',
  check: ({ open }) => (open > 0 ? undefined : 'no journey is open'),
  async entries() {
    return entriesOf('project/d-open.mjs', {
      baseline: 'projectState',
      names: ['projectState', 'projectText', 'projectSealed']
    })
  },
  modes: (options) => [{ name: 'kept', kind: 'burst', rounds: rounds(options, 1, 3, 5) }],
  firstColumn: 'how',
  columns: [
    { title: 'heap bytes per open journey', mode: 'kept', median: 'bytesPerJourney' },
    { title: 'bytes of its text', mode: 'kept', median: 'textBytes' }
  ]
}

/** Starting: from the spawn of a process to its exit, files in the page cache. */
import { entriesOf, projectEntries, rounds } from '../lib/entries.mjs'

export default {
  id: 'e-startup',
  title: 'Start-up: from spawn to exit, files in the page cache',
  clientCore: undefined,
  async entries() {
    return [
      ...entriesOf('entries/e/starts.mjs', {
        baseline: 'node_e0',
        names: [
          'node_e0',
          'parseargs',
          'commander',
          'commander_bundle',
          'oclif',
          'effect_cli',
          'effect_cli_bundle',
          'core_bundle',
          'xmllint'
        ],
        extra: [
          'empty',
          'effect_cli_cache',
          'effect_cli_bundle_cache',
          'effect_core',
          'effect_deep',
          'effect_schema',
          'effect_core_bundle',
          'core',
          'core_bundle_cache',
          'fxp',
          'jose',
          'undici',
          'oidc',
          'effect_http_import',
          'node_server',
          'effect_server',
          'effect_server_bundle',
          'effect_server_bundle_cache',
          'all',
          'all_cache',
          'all_bundle',
          'all_bundle_cache',
          'all_rolldown'
        ]
      }),
      ...(await projectEntries('project/e-startup.mjs'))
    ]
  },
  modes: (options) => [
    { name: 'wall', kind: 'burst', rounds: rounds(options, 5, 15, 25) },
    { name: 'usage', kind: 'burst', usage: true, rounds: rounds(options, 2, 5, 7) }
  ],
  firstColumn: 'program',
  columns: [
    { title: 'ms', mode: 'wall', median: 'ms' },
    { title: 'above the floor', mode: 'wall', added: 'ms' },
    { title: 'ratio', mode: 'wall', ratio: 'ms' },
    { title: 'CPU ms', mode: 'usage', median: 'cpuMs' },
    { title: 'peak RSS MB', mode: 'usage', median: 'rssMb' }
  ],
  aims: [
    { text: '"trustframe --version" by "node -e 0"', entry: 'projectVersion', mode: 'wall', measure: 'ms', atMost: 3 }
  ]
}

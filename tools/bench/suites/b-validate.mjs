import { fileURLToPath } from 'node:url'
import { megabytes, samples, starter4 } from '../lib/corpus.mjs'
import { fmt, table } from '../lib/stats.mjs'
import base from './b-parse.mjs'

const V = fileURLToPath(new URL('../entries/b/validate.mjs', import.meta.url))
const P = fileURLToPath(new URL('../entries/b/parsers.mjs', import.meta.url))
const S = fileURLToPath(new URL('../project/b-validate.mjs', import.meta.url))
export default {
  id: 'b-validate',
  title: 'B-validate. Schema validation (TrustFrameworkPolicy_0.3.0.0.xsd)',
  before: base.before,
  input: base.input,
  pick: base.pick,
  check: (n) => (n === 4 ? undefined : `checked ${n} of 4`),
  async entries() {
    const list = [
      { id: 'fxp', file: P, export: 'fxp', baseline: true },
      ...['wasm_warm', 'wasm_cold', 'xmllint_schema', 'xmllint_plain', 'wasm_cli'].map((e) => ({
        id: e,
        file: V,
        export: e
      }))
    ]
    if ((await import('../project/b-validate.mjs')).project) list.push({ id: 'project', file: S, export: 'project' })
    return list
  },
  modes: (o) => [
    {
      name: 'starter4',
      corpus: 'starter4',
      kind: 'block',
      startN: 1,
      ms: 150,
      warmMs: 800,
      rounds: o.rounds ?? (o.quick ? 3 : 11)
    },
    {
      name: 'samples',
      corpus: 'samples',
      kind: 'block',
      startN: 1,
      ms: 200,
      warmMs: 800,
      preMs: 0,
      rounds: o.rounds ?? (o.quick ? 2 : 7)
    }
  ],
  report: (r) =>
    table(
      ['how', 'starter pack, ms', 'ratio to fast-xml-parser parse', 'all samples, ms', 'ratio'],
      r.summary.starter4.map((a, i) => {
        const b = r.summary.samples[i]
        return [
          a.name + (a.id === 'fxp' ? ', parse only (for scale)' : ''),
          fmt(a.med.p50),
          a.ratio.p50.median.toFixed(2) + 'x',
          fmt(b.med.p50),
          b.ratio.p50.median.toFixed(2) + 'x'
        ]
      })
    )
}

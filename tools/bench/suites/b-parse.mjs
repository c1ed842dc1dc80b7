import { fileURLToPath } from 'node:url'
import { SaxesParser } from 'saxes'
import { megabytes, samples, starter4 } from '../lib/corpus.mjs'
import { fmt, table } from '../lib/stats.mjs'

const P = fileURLToPath(new URL('../entries/b/parsers.mjs', import.meta.url))
const N = fileURLToPath(new URL('../entries/b/native.mjs', import.meta.url))
const S = fileURLToPath(new URL('../project/b-parse.mjs', import.meta.url))

const wellFormed = (d) => {
  try {
    new SaxesParser({ xmlns: true }).write(d.text).close()
    return true
  } catch {
    return false
  }
}

export default {
  id: 'b-parse',
  title: 'B. Parsing the policy files',
  before() {
    const s = samples()
    const bad = s.filter((d) => !wellFormed(d)).map((d) => d.path)
    return { bad }
  },
  input(ctx) {
    const bad = new Set(ctx.bad)
    const inputs = { starter4: { docs: starter4() }, samples: { docs: samples((d) => !bad.has(d.path)) } }
    for (const i of Object.values(inputs)) i.mb = megabytes(i.docs)
    return { ...inputs, docs: inputs.starter4.docs }
  },
  pick: (input, mode) => input[mode.corpus],
  check: (n) => (n === 4 ? undefined : `parsed ${n} of 4`),
  async entries() {
    const js = [
      'fxp',
      'fxp_ordered',
      'fxp_bare',
      'fxp_validator',
      'fxp_checked',
      'saxes_events',
      'saxes_ns',
      'saxes_tree',
      'sax_events',
      'sax_tree',
      'xmldom',
      'hand',
      'decode',
      'find_lt',
      'json_cache',
      'v8_cache'
    ]
    const list = js.map((e) => ({ id: e, file: P, export: e, baseline: e === 'fxp' }))
    list.push(
      { id: 'libxml2_wasm', file: N, export: 'libxml2_wasm' },
      { id: 'xmllint', file: N, export: 'xmllint' },
      { id: 'xmllint_spawn', file: N, export: 'xmllint_spawn' }
    )
    if (process.env.TF_LIBXMLJS2) {
      const old = process.env.TF_LIBXMLJS2_NODE
      const o = old ? { execPath: old } : {}
      list.push({ id: 'libxmljs2', file: N, export: 'libxmljs2', ...o })
      if (old) list.push({ id: 'fxp_old_node', file: P, export: 'fxp', ...o, suffix: ' [same old Node as libxmljs2]' })
    }
    const slot = await import('../project/b-parse.mjs')
    if (slot.project) list.push({ id: 'project', file: S, export: 'project' })
    if (slot.projectLoad) list.push({ id: 'projectLoad', file: S, export: 'projectLoad' })
    return list
  },
  modes: (o) => [
    {
      name: 'starter4',
      corpus: 'starter4',
      kind: 'block',
      ms: 150,
      warmMs: o.quick ? 400 : 4000,
      rounds: o.rounds ?? (o.quick ? 3 : 11)
    },
    {
      name: 'samples',
      corpus: 'samples',
      kind: 'block',
      startN: 1,
      ms: 200,
      warmMs: o.quick ? 400 : 3000,
      rounds: o.rounds ?? (o.quick ? 3 : 11)
    }
  ],
  report(r) {
    const rows = r.summary.starter4.map((a, i) => {
      const b = r.summary.samples[i]
      return [
        a.name,
        a.med.p50.toFixed(3),
        a.ratio.p50.median.toFixed(3) + 'x',
        fmt(a.med.mbPerSec),
        b.med.p50.toFixed(2),
        b.ratio.p50.median.toFixed(3) + 'x',
        fmt(b.med.mbPerSec)
      ]
    })
    return table(['parser', 'starter pack, ms', 'ratio', 'MB/s', 'all samples, ms', 'ratio', 'MB/s'], rows)
  }
}

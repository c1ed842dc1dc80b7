// Memory of parsed policies: node --expose-gc memory.mjs [entry ...]
// One process per entry: parses all sample policies, keeps every tree, reports the growth.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { megabytes, samples } from './lib/corpus.mjs'
import { median, table } from './lib/stats.mjs'
import suite from './suites/b-parse.mjs'

const self = fileURLToPath(import.meta.url)
if (process.argv[2] === '--one') {
  const [file, name] = process.argv.slice(3)
  const e = (await import(file))[name]
  const { bad } = suite.before()
  const set = new Set(bad)
  const docs = samples((d) => !set.has(d.path))
  const mb = megabytes(docs)
  await e.setup?.({})
  const settle = async () => {
    for (let i = 0; i < 4; i++) {
      globalThis.gc()
      await new Promise((r) => setTimeout(r, 20))
    }
    return process.memoryUsage()
  }
  const start = await settle()
  for (const d of docs) {
    const r = e.parse(d)
    r?.dispose?.()
  } // compiled code is no part of the result
  const a = await settle()
  const keep = docs.map((d) => e.parse(d))
  const b = await settle()
  const peak = process.resourceUsage().maxRSS * 1024
  process.stdout.write(
    JSON.stringify({
      heap: (b.heapUsed - a.heapUsed) / 1e6 / mb,
      rss: (b.rss - start.rss) / 1e6 / mb,
      peak: (peak - start.rss) / 1e6 / mb,
      n: keep.length
    })
  )
} else {
  const list = (await suite.entries({})).filter(
    (e) =>
      ![
        'xmllint',
        'xmllint_spawn',
        'fxp_validator',
        'saxes_events',
        'saxes_ns',
        'sax_events',
        'decode',
        'find_lt',
        'fxp_old_node'
      ].includes(e.id)
  )
  const rows = []
  for (const e of list) {
    const runs = []
    for (let i = 0; i < 3; i++) {
      const r = spawnSync(e.execPath ?? process.execPath, ['--expose-gc', self, '--one', e.file, e.export], {
        encoding: 'utf8',
        maxBuffer: 1 << 26
      })
      if (r.status === 0) runs.push(JSON.parse(r.stdout))
      else process.stderr.write(`${e.id}: ${r.stderr.slice(0, 500)}\n`)
    }
    if (runs.length) rows.push([e.id, ...['heap', 'rss', 'peak'].map((k) => median(runs.map((x) => x[k])).toFixed(1))])
  }
  console.log(table(['parser', 'JS heap kept, MB per MB of XML', 'RSS growth of the process', 'RSS peak growth'], rows))
}

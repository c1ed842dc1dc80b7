// Child process that owns exactly one entry. One process per entry keeps the
// JIT state and heap of the entries apart; the parent decides whose turn it is.
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { quantile } from './stats.mjs'

let entry
let suite
let input

const load = async (file, name) => {
  const mod = await import(pathToFileURL(file).href)
  const e = mod[name]
  if (!e) throw new Error(`no export ${name} in ${file}`)
  return e
}

const cpuMs = (a) => {
  const d = process.cpuUsage(a)
  return (d.user + d.system) / 1000
}

// Calls run() from `concurrency` loops until the time is over; every call is timed.
const latencyMode = async ({ concurrency = 1, ms = 1000, minOps = 1, maxMs = 60_000 }, input) => {
  const lat = []
  const cpu0 = process.cpuUsage()
  const remote0 = entry.remoteCpu ? await entry.remoteCpu() : undefined
  const t0 = performance.now()
  const end = t0 + ms
  const loop = async () => {
    let n = 0
    do {
      const s = performance.now()
      await entry.run(input)
      lat.push(performance.now() - s)
      n++
    } while (performance.now() < end || (n * concurrency < minOps && performance.now() < t0 + maxMs))
  }
  await Promise.all(Array.from({ length: concurrency }, loop))
  const wall = performance.now() - t0
  const cpu = cpuMs(cpu0)
  const remote1 = entry.remoteCpu ? await entry.remoteCpu() : undefined
  const ops = lat.length
  const out = {
    ops,
    opsPerSec: (ops / wall) * 1000,
    cpuUsPerOp: (cpu / ops) * 1000,
    p50: quantile(lat, 0.5),
    p99: quantile(lat, 0.99),
    rssMb: process.memoryUsage().rss / 1048576
  }
  if (remote1) {
    out.remoteCpuUsPerOp = ((remote1.cpuMs - remote0.cpuMs) / ops) * 1000
    out.remoteUtil = (remote1.cpuMs - remote0.cpuMs) / wall
    out.remoteRssMb = remote1.rssMb
    out.remotePeakRssMb = remote1.peakRssMb
  }
  return out
}

// Very short operations: time a block of calls, not each call.
const blockMode = async ({ ms = 300, startN = 16 }, input) => {
  const sync = entry.sync === true
  const per = entry.opsPerRun ?? 1
  let n = startN
  let ops = 0
  let sink = 0
  const cpu0 = process.cpuUsage()
  const t0 = performance.now()
  const end = t0 + ms
  const each = []
  do {
    const s = performance.now()
    let self
    if (sync) for (let i = 0; i < n; i++) sink += entry.run(input) ? 1 : 0
    else
      for (let i = 0; i < n; i++) {
        const v = await entry.run(input)
        if (v) sink++
        if (v?.selfTimedMs !== undefined) self = (self ?? 0) + v.selfTimedMs // programs that time themselves
      }
    const d = self ?? performance.now() - s
    ops += n * per
    each.push(d / (n * per))
    if (d < 2 && n < 1 << 20 && self === undefined) n *= 2
    if (self !== undefined || d > 5 * ms) n = 1
  } while (performance.now() < end)
  const wall = performance.now() - t0
  return {
    ops,
    opsPerSec: (ops / wall) * 1000,
    cpuUsPerOp: (cpuMs(cpu0) / ops) * 1000,
    p50: quantile(each, 0.5),
    p99: quantile(each, 0.99),
    rssMb: process.memoryUsage().rss / 1048576,
    ...(input?.mb ? { mbPerSec: (input.mb / quantile(each, 0.5)) * 1000 } : {}),
    sink
  }
}

process.on('message', async (m) => {
  try {
    if (m.cmd === 'init') {
      entry = await load(m.file, m.export)
      suite = (await import(pathToFileURL(m.suiteFile).href)).default
      await entry.setup?.(m.ctx)
      input = suite.input ? await suite.input(m.ctx) : m.ctx
      const first = await entry.run(input)
      const problem = suite.check && !entry.noCheck ? await suite.check(first, m.ctx) : undefined
      if (problem) throw new Error(`wrong answer from ${entry.name}: ${problem}`)
      process.send({ ok: true, name: entry.name })
    } else if (m.cmd === 'measure') {
      const mode = m.mode
      const given = suite.pick ? suite.pick(input, mode) : input
      // A process that has waited has cold caches: some untimed work before every measurement.
      if (mode.preMs !== 0 && mode.kind !== 'burst')
        await (mode.kind === 'block' ? blockMode : latencyMode)({ ...mode, ms: mode.preMs ?? 40 }, given)
      const r =
        entry.burst && mode.kind === 'burst'
          ? await entry.burst(mode)
          : mode.kind === 'block'
            ? await blockMode(mode, given)
            : await latencyMode(mode, given)
      process.send({ ok: true, result: r })
    } else if (m.cmd === 'close') {
      await entry?.teardown?.()
      process.send({ ok: true }, () => process.exit(0))
    }
  } catch (e) {
    process.send({ ok: false, error: String(e?.stack ?? e) })
  }
})

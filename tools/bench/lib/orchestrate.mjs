import { fork, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { quietGate } from './quiet.mjs'
import { median, pairedRatio, shuffler } from './stats.mjs'

const here = (p) => fileURLToPath(new URL(p, import.meta.url))

export const canPin =
  process.env.PIN !== '0' && availableParallelism() >= 2 && spawnSync('taskset', ['-c', '0', 'true']).status === 0

/** fork() that keeps the child on one core when the machine allows it. */
export const forkOn = (core, file, args = [], options = {}) => {
  const o = { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], ...options }
  if (!canPin || core === undefined) return fork(file, args, o)
  return fork(file, args, {
    ...o,
    execPath: 'taskset',
    execArgv: ['-c', String(core), o.execPath ?? process.execPath, ...(o.execArgv ?? [])]
  })
}

const call = (child, msg, timeoutMs = 120_000) =>
  new Promise((resolve, reject) => {
    const t = setTimeout(() => done(new Error('timeout')), timeoutMs)
    const onMsg = (m) => (m.ok ? done(undefined, m) : done(new Error(m.error)))
    const onExit = (c) => done(new Error(`exited with ${c}`))
    const done = (err, v) => {
      clearTimeout(t)
      child.off('message', onMsg)
      child.off('exit', onExit)
      err ? reject(err) : resolve(v)
    }
    child.on('message', onMsg)
    child.on('exit', onExit)
    child.send(msg)
  })

/**
 * Runs all entries of one suite. Every round visits every entry once, in a new random order, and
 * measures the baseline directly before or after it (the order of the two is random as well).
 * A ratio is always taken inside such a pair; the reported ratio is the median over the rounds.
 */
export const runSuite = async (suite, suiteFile, opts) => {
  const log = (s) => process.stderr.write(s + '\n')
  const ctx = (await suite.before?.(opts)) ?? {}
  let list = await suite.entries(opts)
  if (opts.only) list = list.filter((e) => e.baseline || opts.only.some((o) => e.id.includes(o)))
  const hosts = []
  for (const e of list) {
    const child = forkOn('clientCore' in suite ? suite.clientCore : 0, here('./host.mjs'), [], {
      execArgv: e.execArgv ?? [],
      ...(e.execPath ? { execPath: e.execPath } : {})
    })
    try {
      const r = await call(child, { cmd: 'init', file: e.file, export: e.export, suiteFile, ctx })
      hosts.push({ ...e, name: r.name + (e.suffix ?? ''), child })
      log(`ready  ${e.id}  ${r.name}`)
    } catch (err) {
      child.kill()
      log(`SKIP   ${e.id}: ${String(err.message).split('\n').slice(0, 3).join(' / ')}`)
    }
  }
  const baseline = hosts.find((h) => h.baseline)
  if (!baseline) throw new Error('the baseline entry could not start')
  const shuffle = shuffler(opts.seed ?? 20261122)
  const results = {}
  try {
    for (const mode of suite.modes(opts)) {
      const gate = quietGate({ patience: opts.patience })
      const per = Object.fromEntries(hosts.map((h) => [h.id, []]))
      const one = async (h, m) => (await call(h.child, { cmd: 'measure', mode: m })).result
      // Warm-up counts operations, not time: the optimising compiler needs tens of thousands of calls.
      for (const h of hosts)
        await one(h, {
          ...mode,
          preMs: 0,
          ms: mode.warmMs ?? mode.ms,
          minOps: mode.warmOps ?? 1,
          maxMs: 30_000,
          seconds: mode.warmSeconds ?? mode.seconds
        })
      for (let round = 0; round < mode.rounds; round++) {
        for (const h of shuffle(hosts)) {
          const quiet = await gate()
          if (h === baseline) {
            const r = await one(h, mode)
            per[h.id].push({ quiet, own: r, base: r })
          } else if (shuffle([0, 1])[0]) {
            const base = await one(baseline, mode)
            per[h.id].push({ quiet, base, own: await one(h, mode) })
          } else {
            const own = await one(h, mode)
            per[h.id].push({ quiet, own, base: await one(baseline, mode) })
          }
        }
      }
      results[mode.name] = per
      log(`done   ${suite.id} ${mode.name}`)
    }
  } finally {
    for (const h of hosts) await call(h.child, { cmd: 'close' }, 20_000).catch(() => h.child.kill('SIGKILL'))
    await suite.after?.(ctx)
  }
  const summary = {}
  for (const [mode, all] of Object.entries(results)) {
    // Pairs measured in a calm moment count alone when there are at least five of them.
    const per = Object.fromEntries(
      Object.entries(all).map(([id, rows]) => {
        const calm = rows.filter((r) => r.quiet)
        return [id, calm.length >= Math.min(5, rows.length) ? calm : rows]
      })
    )
    // The baseline was measured next to every other entry: use all of its measurements.
    const allBase = Object.values(per).flatMap((rows) => rows.map((r) => r.base))
    summary[mode] = hosts.map((h) => {
      const rows = per[h.id]
      const keys = Object.keys(rows[0].own).filter((k) => typeof rows[0].own[k] === 'number')
      const own = h === baseline ? allBase : rows.map((r) => r.own)
      const med = Object.fromEntries(keys.map((k) => [k, median(own.map((r) => r[k]))]))
      const ratio = Object.fromEntries(
        keys.map((k) => [
          k,
          pairedRatio(
            rows.map((r) => r.own[k]),
            rows.map((r) => r.base[k])
          )
        ])
      )
      const added = Object.fromEntries(keys.map((k) => [k, median(rows.map((r) => r.own[k] - r.base[k]))]))
      return {
        id: h.id,
        name: h.name,
        baseline: h === baseline,
        pairs: rows.length,
        calm: all[h.id].filter((r) => r.quiet).length,
        med,
        ratio,
        added
      }
    })
    const flat = Object.values(all).flat()
    log(`calm   ${mode}: ${flat.filter((r) => r.quiet).length} of ${flat.length} pairs`)
  }
  return { suite: suite.id, baseline: baseline.id, summary, raw: results }
}

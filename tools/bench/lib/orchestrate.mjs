/** Runs the entries of a suite side by side, and sums up what was measured. */
import { startHost } from './processes.mjs'
import { quietGate } from './quiet.mjs'
import { median, pairedRatio, shuffler } from './stats.mjs'
import { UsageError } from './UsageError.mjs'

const log = (line) => process.stderr.write(`${line}\n`)

const firstLines = (error) => String(error.message).split('\n').slice(0, 3).join(' / ')

/** The entries that were asked for. */
const chosen = (entries, { effort, only }) =>
  entries.filter(({ baseline, extra, id }) => {
    if (baseline === true) return true
    return only === undefined ? effort === 'full' || extra !== true : only.some((part) => id.includes(part))
  })

const startHosts = async (entries, shared) => {
  const hosts = []
  const skipped = []
  for (const entry of entries) {
    try {
      const host = await startHost(entry, shared)
      hosts.push(host)
      log(`ready  ${host.id}: ${host.name}`)
    } catch (error) {
      skipped.push({ id: entry.id, reason: firstLines(error) })
      log(`SKIP   ${entry.id}: ${firstLines(error)}`)
    }
  }
  return { hosts, skipped }
}

/**
 * Every round visits every entry once, in a new random order, and measures the baseline directly before or after it, in
 * random order as well. A ratio is always taken inside such a pair.
 */
const measureMode = async (hosts, baseline, mode, shuffle, patience) => {
  const pairs = new Map(hosts.map((host) => [host, []]))
  // Warm-up counts operations, not time: the optimising compiler needs tens of thousands of calls.
  const warmUp = {
    ...mode,
    preMs: 0,
    ms: mode.warmMs ?? mode.ms,
    minOps: mode.warmOps ?? 1,
    maxMs: 30_000,
    seconds: mode.warmSeconds ?? mode.seconds
  }
  if (mode.kind !== 'allocation') for (const host of hosts) await host.measure(warmUp)
  const isQuiet = quietGate({ patience })
  for (let round = 0; round < mode.rounds; round++) {
    for (const host of shuffle(hosts)) {
      const quiet = await isQuiet()
      const order = host === baseline ? [host] : shuffle([host, baseline])
      const measured = new Map()
      for (const each of order) measured.set(each, await each.measure(mode))
      pairs.get(host).push({ quiet, own: measured.get(host), base: measured.get(baseline) })
    }
  }
  return pairs
}

const isMeasure = ([name, value]) => typeof value === 'number' && name !== 'ops'

const over = (keys, value) => Object.fromEntries(keys.map((key) => [key, value(key)]))

const summarise = (pairs, baseline) => {
  // Pairs from calm moments count alone when there are at least five of them.
  const counted = new Map(
    [...pairs].map(([host, rows]) => {
      const calm = rows.filter(({ quiet }) => quiet)
      return [host, calm.length >= Math.min(5, rows.length) ? calm : rows]
    })
  )
  // The baseline was measured next to every other entry: all of its measurements count.
  const ofBaseline = [...counted.values()].flat().map(({ base }) => base)
  return new Map(
    [...counted].map(([host, rows]) => {
      const [{ own }] = rows
      const keys = Object.entries(own)
        .filter(isMeasure)
        .map(([key]) => key)
      const measured = host === baseline ? ofBaseline : rows.map((row) => row.own)
      const column = (side, key) => rows.map((row) => row[side][key])
      return [
        host,
        {
          pairs: rows.length,
          calmPairs: rows.filter(({ quiet }) => quiet).length,
          median: over(keys, (key) => median(measured.map((row) => row[key]))),
          ratio: over(keys, (key) => pairedRatio(column('own', key), column('base', key))),
          added: over(keys, (key) => median(rows.map((row) => row.own[key] - row.base[key])))
        }
      ]
    })
  )
}

/** What is known of a host, by the name of the mode. */
const byMode = (host, known) => Object.fromEntries([...known].map(([name, of]) => [name, of.get(host)]))

/** Runs one suite. The answer is plain data: the summary of every entry by mode, and the raw measurements. */
export const runSuite = async (suite, suiteFile, options) => {
  const missing = suite.missing?.()
  if (missing !== undefined) throw new UsageError(`suite "${suite.id}" cannot run: ${missing}`)
  const context = (await suite.before?.()) ?? {}
  try {
    const clientCore = 'clientCore' in suite ? suite.clientCore : 0
    const entries = chosen(await suite.entries(), options)
    const { hosts, skipped } = await startHosts(entries, { clientCore, context, suiteFile })
    try {
      const baseline = hosts.find((host) => host.baseline)
      if (baseline === undefined) throw new Error(`the baseline of suite "${suite.id}" could not start`)
      const shuffle = shuffler(options.seed)
      const modes = suite.modes(options)
      const measured = new Map()
      for (const mode of modes) {
        measured.set(mode.name, await measureMode(hosts, baseline, mode, shuffle, options.patience))
        const rows = [...measured.get(mode.name).values()].flat()
        log(`done   ${suite.id} ${mode.name}: ${rows.filter(({ quiet }) => quiet).length} of ${rows.length} pairs calm`)
      }
      const summaries = new Map([...measured].map(([name, pairs]) => [name, summarise(pairs, baseline)]))
      return {
        baseline: baseline.id,
        entries: hosts.map((host) => ({ id: host.id, name: host.name, modes: byMode(host, summaries) })),
        skipped,
        raw: hosts.map((host) => ({ id: host.id, modes: byMode(host, measured) }))
      }
    } finally {
      for (const host of hosts) await host.close()
    }
  } finally {
    await suite.after?.(context)
  }
}

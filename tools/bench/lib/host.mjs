/**
 * The process of one entry. Each has its own, so that compiled code and heaps do not mix; the parent decides whose turn it
 * is.
 */
import { Session } from 'node:inspector/promises'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { quantile } from './stats.mjs'

const host = { entry: undefined, suite: undefined, input: undefined }

const load = async (file, name) => {
  const entry = (await import(pathToFileURL(file).href))[name]
  if (entry === undefined) throw new Error(`no export ${name} in ${file}`)
  return entry
}

const cpuMsSince = (start) => {
  const { system, user } = process.cpuUsage(start)
  return (user + system) / 1000
}

const megabytes = (bytes) => bytes / 2 ** 20

/** Calls `run` from so many loops until the time is over; every call is timed. */
const latencies = async (entry, { concurrency = 1, maxMs = 60_000, minOps = 1, ms = 1000 }, input) => {
  const each = []
  const remoteBefore = await entry.remoteCpu?.()
  const cpu = process.cpuUsage()
  const start = performance.now()
  const isOver = (calls) => {
    const elapsed = performance.now() - start
    return elapsed >= ms && (calls * concurrency >= minOps || elapsed >= maxMs)
  }
  const loop = async () => {
    for (let calls = 0; calls === 0 || !isOver(calls); calls++) {
      const before = performance.now()
      await entry.run(input)
      each.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, loop))
  const wall = performance.now() - start
  const cpuMs = cpuMsSince(cpu)
  const remoteAfter = await entry.remoteCpu?.()
  const ops = each.length
  const own = {
    ops,
    opsPerSec: (ops / wall) * 1000,
    cpuUsPerOp: (cpuMs / ops) * 1000,
    p50Ms: quantile(each, 0.5),
    p99Ms: quantile(each, 0.99),
    rssMb: megabytes(process.memoryUsage.rss())
  }
  if (remoteAfter === undefined) return own
  const remoteMs = remoteAfter.cpuMs - remoteBefore.cpuMs
  return {
    ...own,
    remoteCpuUsPerOp: (remoteMs / ops) * 1000,
    remoteUtilization: remoteMs / wall,
    remoteRssMb: remoteAfter.rssMb,
    remotePeakRssMb: remoteAfter.peakRssMb
  }
}

/** Times blocks of calls, for operations too short to be timed one by one. */
const blocks = async (entry, { ms = 300, startN = 16 }, input) => {
  const perRun = entry.opsPerRun ?? 1
  const each = []
  let size = startN
  let ops = 0
  let truthy = 0
  const cpu = process.cpuUsage()
  const start = performance.now()
  do {
    const before = performance.now()
    let selfTimed
    if (entry.sync === true) {
      for (let i = 0; i < size; i++) truthy += entry.run(input) ? 1 : 0
    } else {
      for (let i = 0; i < size; i++) {
        const answer = await entry.run(input)
        if (answer) truthy++
        if (answer?.selfTimedMs !== undefined) selfTimed = (selfTimed ?? 0) + answer.selfTimedMs
      }
    }
    const elapsed = selfTimed ?? performance.now() - before
    ops += size * perRun
    each.push(elapsed / (size * perRun))
    if (selfTimed !== undefined || elapsed > 5 * ms) size = 1
    else if (elapsed < 2 && size < 2 ** 20) size *= 2
  } while (performance.now() - start < ms)
  const wall = performance.now() - start
  const p50Ms = quantile(each, 0.5)
  return {
    ops,
    // Part of the result, so that no call can be optimised away.
    answered: truthy > 0,
    opsPerSec: (ops / wall) * 1000,
    cpuUsPerOp: (cpuMsSince(cpu) / ops) * 1000,
    p50Ms,
    p99Ms: quantile(each, 0.99),
    rssMb: megabytes(process.memoryUsage.rss()),
    ...(input?.mb === undefined ? {} : { mbPerSec: (input.mb / p50Ms) * 1000 })
  }
}

const sizeOf = ({ children, selfSize }) => children.reduce((sum, child) => sum + sizeOf(child), selfSize)

/** What operations allocate on the JavaScript heap, from samples of V8's; buffers outside it are not counted. */
const allocations = async (entry, { runs }, input) => {
  if (entry.outside === true) return {}
  const perRun = entry.opsPerRun ?? 1
  const calls = Math.ceil(runs / perRun)
  const session = new Session()
  session.connect()
  const repeat = async (times) => {
    for (let i = 0; i < times; i++) {
      const answer = entry.run(input)
      if (entry.sync !== true) await answer
    }
  }
  await repeat(Math.ceil(calls / 10))
  await session.post('HeapProfiler.startSampling', {
    samplingInterval: 8192,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true
  })
  await repeat(calls)
  const { profile } = await session.post('HeapProfiler.stopSampling')
  session.disconnect()
  return { allocatedBytesPerOp: sizeOf(profile.head) / (calls * perRun) }
}

const ways = { latency: latencies, block: blocks, allocation: allocations, burst: (entry, mode) => entry.burst(mode) }

const measure = async ({ entry, input, suite }, mode) => {
  const given = suite.pick === undefined ? input : suite.pick(input, mode)
  const way = ways[mode.kind]
  // A process that has waited has cold caches: some work that is not timed comes before every measurement.
  const isTimed = mode.kind === 'latency' || mode.kind === 'block'
  if (isTimed && mode.preMs !== 0) await way(entry, { ...mode, ms: mode.preMs ?? 40 }, given)
  return way(entry, mode, given)
}

const commands = {
  init: async ({ context, export: name, file, suiteFile }) => {
    const entry = await load(file, name)
    const suite = (await import(pathToFileURL(suiteFile).href)).default
    await entry.setup?.(context)
    const input = suite.input === undefined ? context : await suite.input(context)
    const answer = await entry.run(input)
    const problem = suite.check === undefined || entry.noCheck ? undefined : await suite.check(answer, context)
    if (problem !== undefined) throw new Error(`a wrong answer: ${problem}`)
    Object.assign(host, { entry, suite, input })
    return { name: entry.name }
  },
  measure: async ({ mode }) => ({ result: await measure(host, mode) }),
  close: async () => {
    await host.entry?.teardown?.()
    return {}
  }
}

const answer = async (message) => {
  const { command } = message
  try {
    const result = await commands[command](message)
    process.send({ ok: true, ...result }, () => command === 'close' && process.exit(0))
  } catch (error) {
    process.send({ ok: false, error: String(error?.stack ?? error) })
  }
}

process.on('message', (message) => void answer(message))
process.on('disconnect', () => process.exit(1))

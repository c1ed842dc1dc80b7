// Proves that the peers and the floors do what the tables say. node check.mjs
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { Effect, Exit } from 'effect'
import { SaxesParser } from 'saxes'
import { libraryBreaker, leanBreaker, refBreaker, retried, timed } from './entries/a/effect-guards.mjs'
import { plain, plainNative, withCockatiel, withOpossum } from './entries/a/guards.mjs'
import { saxes_tree } from './entries/b/parsers.mjs'
import { samples, starter4 } from './lib/corpus.mjs'
import { scan } from './lib/scan.mjs'

const P = { timeoutMs: 60, retries: 2, backoffMs: 1, failures: 5, openMs: 10_000 }
const slow = (_a, signal) =>
  new Promise((r, j) => {
    const t = setTimeout(r, 2000, 1)
    signal?.addEventListener('abort', () => {
      clearTimeout(t)
      j(signal.reason)
    })
  })

// Every guard: retries a failing call, stops calling after the failures, gives up on a slow call.
const guards = { plain, plainNative, cockatiel: withCockatiel, opossum: withOpossum }
for (const [name, make] of Object.entries(guards)) {
  let calls = 0
  const g = make(async () => {
    calls++
    throw new Error('down')
  }, P)
  for (let i = 0; i < 5; i++) await assert.rejects(g(0))
  const before = calls
  assert.equal(before >= 5, true)
  for (let i = 0; i < 10; i++) await assert.rejects(g(0))
  assert.equal(calls, before, `${name}: the circuit is open, no further calls`)
  if (name === 'opossum') assert.equal(before, 15)
  else assert.equal(before, 15, `${name} retries twice per call`)
  let flaky = 0
  const ok = make(async () => {
    if (++flaky < 3) throw new Error('once more')
    return 7
  }, P)
  assert.equal(await ok(0), 7)
  if (name !== 'plainNative') {
    const t = performance.now()
    await assert.rejects(make(slow, P)(0))
    assert.ok(performance.now() - t < 1500, `${name}: time limit`)
  }
  g.close?.()
  ok.close?.()
}
const lib = await libraryBreaker(P)
const eguards = {
  ref: () => {
    const b = refBreaker(P)
    return (e) => b(retried(timed(e, P), P))
  },
  lean: () => {
    const b = leanBreaker(P)
    return (e) => b(retried(timed(e, P), P))
  },
  library: () => (e) => lib.breaker.execute(retried(timed(e, P), P), { key: String(e) })
}
for (const [name, make] of Object.entries(eguards)) {
  let calls = 0
  const g = name === 'library' ? (e) => lib.breaker.execute(retried(timed(e, P), P), { key: 'down' }) : make()
  const bad = Effect.tryPromise({
    try: async () => {
      calls++
      throw new Error('down')
    },
    catch: (e) => e
  })
  for (let i = 0; i < 5; i++) assert.ok(Exit.isFailure(await Effect.runPromiseExit(g(bad))))
  assert.equal(calls, 15, `${name} retries twice per call`)
  for (let i = 0; i < 10; i++) assert.ok(Exit.isFailure(await Effect.runPromiseExit(g(bad))))
  assert.equal(calls, 15, `${name}: the circuit is open`)
  const g2 = name === 'library' ? (e) => lib.breaker.execute(retried(timed(e, P), P), { key: 'slow' }) : make()
  const t = performance.now()
  assert.ok(
    Exit.isFailure(
      await Effect.runPromiseExit(g2(Effect.tryPromise({ try: (signal) => slow(0, signal), catch: (e) => e })))
    )
  )
  assert.ok(performance.now() - t < 1500, `${name}: time limit`)
}
await lib.close()

// The hand-written scanner builds the same tree as saxes for every policy.
const plainTree = (n) => ({ name: n.name, attrs: { ...n.attrs }, text: n.text, children: n.children?.map(plainTree) })
let same = 0
let rejected = 0
const wellFormed = (d) => {
  try {
    new SaxesParser({ xmlns: true }).write(d.text).close()
    return true
  } catch {
    return false
  }
}
for (const d of [...starter4(), ...samples()]) {
  if (!wellFormed(d)) {
    rejected++
    continue
  }
  assert.deepEqual(plainTree(scan(d.text)), plainTree(saxes_tree.parse(d)), d.path.split('/').pop())
  same++
}
console.log(`guards ok; scanner = saxes on ${same} policies (${rejected} samples are not well-formed and left out)`)
await sleep(0)
process.exit(0)

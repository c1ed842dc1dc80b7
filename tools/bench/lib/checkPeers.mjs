/** Proves that peers and floors do what the tables say: guards guard, the hand-written scanner reads as saxes does. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Effect, Exit } from 'effect'
import { SaxesParser } from 'saxes'
import { leanBreaker, libraryBreaker, refBreaker, retried, timed } from '../entries/a/effectGuards.mjs'
import { plain, plainNative, withCockatiel, withOpossum } from '../entries/a/guards.mjs'
import { saxes_tree } from '../entries/b/parsers.mjs'
import { missingPlaces, samples, starter4 } from './corpus.mjs'
import { scan } from './scan.mjs'

const policy = { timeoutMs: 60, retries: 2, backoffMs: 1, failures: 5, openMs: 10_000 }

/** A call of two seconds that lets itself be aborted. */
const slow = (_argument, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, 2000, 1)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })

const endsEarly = async (name, call) => {
  const start = performance.now()
  await call()
  assert.ok(performance.now() - start < 1500, `${name}: time limit`)
}

/** Every guard retries a failing call, makes no more calls after the failures, and gives up on a slow call. */
const checkPlainGuards = async () => {
  const guards = { plain, plainNative, cockatiel: withCockatiel, opossum: withOpossum }
  for (const [name, guard] of Object.entries(guards)) {
    let calls = 0
    const failing = guard(async () => {
      calls++
      throw new Error('down')
    }, policy)
    for (let i = 0; i < 5; i++) await assert.rejects(failing(0))
    assert.equal(calls, 15, `${name} retries twice a call`)
    for (let i = 0; i < 10; i++) await assert.rejects(failing(0))
    assert.equal(calls, 15, `${name}: the circuit is open`)
    let tries = 0
    const flaky = guard(async () => {
      if (++tries < 3) throw new Error('once more')
      return 7
    }, policy)
    assert.equal(await flaky(0), 7)
    // This one leaves the time limit to the transport.
    if (guard !== plainNative) await endsEarly(name, () => assert.rejects(guard(slow, policy)(0)))
    failing.close?.()
    flaky.close?.()
  }
}

const fails = async (effect) => assert.ok(Exit.isFailure(await Effect.runPromiseExit(effect)))

const checkEffectGuards = async () => {
  const { breaker, close } = await libraryBreaker(policy)
  const tries = (effect) => retried(timed(effect, policy), policy)
  const around = (guard) => (effect) => guard(tries(effect))
  const guards = {
    ref: () => around(refBreaker(policy)),
    lean: () => around(leanBreaker(policy)),
    library: (key) => (effect) => breaker.execute(tries(effect), { key })
  }
  for (const [name, make] of Object.entries(guards)) {
    let calls = 0
    const guard = make('down')
    const failing = Effect.tryPromise({
      try: async () => {
        calls++
        throw new Error('down')
      },
      catch: (error) => error
    })
    for (let i = 0; i < 5; i++) await fails(guard(failing))
    assert.equal(calls, 15, `${name} retries twice a call`)
    for (let i = 0; i < 10; i++) await fails(guard(failing))
    assert.equal(calls, 15, `${name}: the circuit is open`)
    const late = Effect.tryPromise({ try: (signal) => slow(0, signal), catch: (error) => error })
    await endsEarly(name, () => fails(make('slow')(late)))
  }
  await close()
}

const plainTree = ({ attrs, children, name, text }) => ({
  name,
  attrs: { ...attrs },
  text,
  children: children?.map(plainTree)
})

const isWellFormed = ({ text }) => {
  try {
    new SaxesParser({ xmlns: true }).write(text).close()
    return true
  } catch {
    return false
  }
}

const checkScanner = () => {
  const missing = missingPlaces('TF_STARTER', 'TF_SAMPLES')
  if (missing !== undefined) return `the scanner was not compared: ${missing}`
  const documents = [...starter4(), ...samples()]
  const readable = documents.filter(isWellFormed)
  for (const document of readable) {
    const found = plainTree(scan(document.text))
    assert.deepEqual(found, plainTree(saxes_tree.parse(document)), basename(document.path))
  }
  const left = documents.length - readable.length
  return `the scanner reads ${readable.length} policies as saxes does (${left} are not well-formed and left out)`
}

const readText = (file) => readFileSync(new URL(file, import.meta.url), 'utf8')

/** What Trustframe is built with is measured in the versions that Trustframe uses. */
const checkVersions = () => {
  const { dependencies } = JSON.parse(readText('../package.json'))
  const catalog = readText('../../../pnpm-workspace.yaml').matchAll(/^ {2}'?([@\w/-]+)'?: (\d\S*)$/gm)
  const shared = [...catalog].filter(([, name]) => /^\d/.test(dependencies[name] ?? ''))
  for (const [, name, version] of shared) assert.equal(dependencies[name], version, `${name} differs from the catalog`)
  return `${shared.map(([, name, version]) => `${name} ${version}`).join(', ')}: as in the workspace`
}

/** Throws where one does not; else says what was checked. */
export const checkPeers = async () => {
  await checkPlainGuards()
  await checkEffectGuards()
  return ['every guard retries, opens its circuit and keeps its time limit', checkScanner(), checkVersions()].join('\n')
}

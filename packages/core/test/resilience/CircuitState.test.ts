import { assert, describe, it } from '@effect/vitest'
import {
  admit,
  type Admission,
  type CircuitState,
  initialCircuit,
  isolate,
  type Outcome,
  record,
  reset
} from '../../src/resilience/CircuitState.ts'
import type { CircuitBreakerOptions } from '../../src/resilience/ResilienceOptions.ts'
import { type ResolvedCircuitBreaker, resolveResilience } from '../../src/resilience/resolveOptions.ts'
import { makeRandom } from './random.ts'

const resolve = (circuitBreaker: CircuitBreakerOptions): ResolvedCircuitBreaker => {
  const { circuitBreaker: resolved } = resolveResilience({ circuitBreaker }, 'R')
  return resolved ?? assert.fail('the circuit breaker is off')
}

/** A circuit with a clock, for tests that tell a story. */
class Circuit {
  now = 0
  state: CircuitState = initialCircuit
  readonly options: ResolvedCircuitBreaker

  constructor(options: CircuitBreakerOptions) {
    this.options = resolve(options)
  }

  admit(): Admission {
    const [admission, next] = admit(this.state, this.now, this.options)
    this.state = next
    return admission
  }

  record(admission: Admission, outcome: Outcome, durationMillis = 0): void {
    assert.strictEqual(admission._tag, 'Admitted')
    if (admission._tag === 'Admitted') {
      this.state = record(this.state, admission, outcome, durationMillis, this.now, this.options)
    }
  }

  /** Calls that are made one after the other; those that are rejected come to nothing. */
  call(...outcomes: ReadonlyArray<Outcome>): string {
    for (const outcome of outcomes) {
      const admission = this.admit()
      if (admission._tag === 'Admitted') this.record(admission, outcome)
    }
    return this.state._tag
  }
}

const consecutive = (options: CircuitBreakerOptions = {}) =>
  new Circuit({ failureRate: false, consecutiveFailures: 3, breakDuration: '10 seconds', ...options })

const times = (count: number, outcome: Outcome): ReadonlyArray<Outcome> => Array.from({ length: count }, () => outcome)

describe('failures in a row', () => {
  it('open the circuit when there are enough of them', () => {
    const circuit = consecutive()
    assert.strictEqual(circuit.call('failure', 'failure'), 'Closed')
    assert.strictEqual(circuit.call('failure'), 'Open')
  })

  it('are forgotten with a success', () => {
    assert.strictEqual(consecutive().call('failure', 'failure', 'success', 'failure', 'failure'), 'Closed')
  })

  it('are not forgotten with a call that says nothing', () => {
    assert.strictEqual(consecutive().call('failure', 'failure', 'ignored', 'failure'), 'Open')
  })

  it('mean nothing when the trigger is off', () => {
    assert.strictEqual(consecutive({ consecutiveFailures: false }).call(...times(100, 'failure')), 'Closed')
  })
})

const opened = (options: CircuitBreakerOptions = {}) => {
  const circuit = consecutive(options)
  circuit.call(...times(3, 'failure'))
  return circuit
}

describe('an open circuit', () => {
  it('lets no call through and tells for how long', () => {
    const circuit = opened()
    circuit.now = 9000
    assert.deepStrictEqual(circuit.admit(), { _tag: 'Rejected', retryAfterMillis: 1000 })
  })

  it('lets one probe through when its time is over', () => {
    const circuit = opened()
    circuit.now = 10_000
    assert.strictEqual(circuit.admit()._tag, 'Admitted')
    assert.strictEqual(circuit.state._tag, 'HalfOpen')
    assert.deepStrictEqual(circuit.admit(), { _tag: 'Rejected', retryAfterMillis: undefined })
  })

  it('closes when the probe succeeds', () => {
    const circuit = opened()
    circuit.now = 10_000
    assert.strictEqual(circuit.call('success'), 'Closed')
    assert.strictEqual(circuit.call('failure', 'failure'), 'Closed')
  })

  it('opens again when the probe fails, for as long as before', () => {
    const circuit = opened()
    circuit.now = 10_000
    assert.strictEqual(circuit.call('failure'), 'Open')
    assert.deepStrictEqual(circuit.admit(), { _tag: 'Rejected', retryAfterMillis: 10_000 })
  })

  it('lets another probe through when one came to nothing', () => {
    const circuit = opened()
    circuit.now = 10_000
    assert.strictEqual(circuit.call('ignored'), 'HalfOpen')
    assert.strictEqual(circuit.call('success'), 'Closed')
  })

  it('closes when all of several probes succeed', () => {
    const circuit = opened({ halfOpenProbes: 3 })
    circuit.now = 10_000
    const probes = [circuit.admit(), circuit.admit(), circuit.admit()]
    assert.strictEqual(circuit.admit()._tag, 'Rejected')
    const [first, second, third] = probes
    if (first === undefined || second === undefined || third === undefined) return
    circuit.record(first, 'success')
    assert.strictEqual(circuit.admit()._tag, 'Rejected')
    circuit.record(second, 'success')
    assert.strictEqual(circuit.state._tag, 'HalfOpen')
    circuit.record(third, 'success')
    assert.strictEqual(circuit.state._tag, 'Closed')
  })

  it('opens again when one of several probes fails', () => {
    const circuit = opened({ halfOpenProbes: 3 })
    circuit.now = 10_000
    const first = circuit.admit()
    const second = circuit.admit()
    circuit.record(first, 'failure')
    assert.strictEqual(circuit.state._tag, 'Open')
    circuit.record(second, 'success')
    assert.strictEqual(circuit.state._tag, 'Open')
  })

  it('gives up a probe that nobody reports of', () => {
    const circuit = opened()
    circuit.now = 10_000
    assert.strictEqual(circuit.admit()._tag, 'Admitted')
    circuit.now = 39_999
    assert.strictEqual(circuit.admit()._tag, 'Rejected')
    circuit.now = 40_000
    assert.strictEqual(circuit.admit()._tag, 'Admitted')
  })
})

describe('outcomes that come late', () => {
  it('do not count for a circuit that has opened and closed since', () => {
    const circuit = consecutive()
    const late = [circuit.admit(), circuit.admit(), circuit.admit()]
    circuit.call(...times(3, 'failure'))
    circuit.now = 10_000
    circuit.call('success')
    for (const admission of late) circuit.record(admission, 'failure')
    assert.strictEqual(circuit.state._tag, 'Closed')
    assert.strictEqual(circuit.call('failure', 'failure'), 'Closed')
  })

  it('do not close a circuit that is open', () => {
    const circuit = consecutive()
    const late = circuit.admit()
    circuit.call(...times(3, 'failure'))
    circuit.record(late, 'success')
    assert.strictEqual(circuit.state._tag, 'Open')
  })

  it('do not stand in for a probe', () => {
    const circuit = consecutive()
    const late = circuit.admit()
    circuit.call(...times(3, 'failure'))
    circuit.now = 10_000
    const probe = circuit.admit()
    circuit.record(late, 'success')
    assert.strictEqual(circuit.state._tag, 'HalfOpen')
    circuit.record(probe, 'success')
    assert.strictEqual(circuit.state._tag, 'Closed')
  })
})

const byRate = () =>
  new Circuit({ failureRate: 0.5, consecutiveFailures: false, minimumThroughput: 10, window: '10 seconds' })

describe('the share of failures', () => {
  it('means nothing below the minimum throughput', () => {
    assert.strictEqual(byRate().call(...times(9, 'failure')), 'Closed')
    assert.strictEqual(byRate().call(...times(10, 'failure')), 'Open')
  })

  it('opens the circuit when it is reached by a failure', () => {
    const circuit = byRate()
    circuit.call(...times(8, 'success'), ...times(7, 'failure'))
    assert.strictEqual(circuit.state._tag, 'Closed')
    assert.strictEqual(circuit.call('failure'), 'Open')
  })

  it('counts what is in the window only', () => {
    const circuit = byRate()
    circuit.call(...times(9, 'failure'))
    circuit.now = 10_000
    assert.strictEqual(circuit.call('failure'), 'Closed')
    circuit.now = 10_999
    assert.strictEqual(circuit.call(...times(9, 'failure')), 'Open')
  })

  it('does not count calls that say nothing', () => {
    assert.strictEqual(byRate().call(...times(9, 'failure'), ...times(9, 'ignored')), 'Closed')
  })
})

const bySlowness = () =>
  new Circuit({
    failureRate: false,
    consecutiveFailures: false,
    slowCallRate: 0.5,
    slowCallDuration: '2 seconds',
    minimumThroughput: 4,
    breakDuration: '10 seconds'
  })

const calls = (circuit: Circuit, durations: ReadonlyArray<number>) => {
  for (const duration of durations) circuit.record(circuit.admit(), 'success', duration)
  return circuit.state._tag
}

describe('the share of slow calls', () => {
  it('opens the circuit though all calls succeed', () => {
    assert.strictEqual(calls(bySlowness(), [0, 0, 2000]), 'Closed')
    assert.strictEqual(calls(bySlowness(), [0, 0, 2000, 2000]), 'Open')
    assert.strictEqual(calls(bySlowness(), [0, 0, 1999, 1999]), 'Closed')
  })

  it('a slow probe opens the circuit again', () => {
    const circuit = bySlowness()
    calls(circuit, [2000, 2000, 2000, 2000])
    circuit.now = 10_000
    circuit.record(circuit.admit(), 'success', 2000)
    assert.strictEqual(circuit.state._tag, 'Open')
  })
})

describe('by hand', () => {
  it('an isolated circuit lets nothing through, however long it takes', () => {
    const circuit = consecutive()
    circuit.state = isolate(circuit.state)
    circuit.now = 1e12
    assert.deepStrictEqual(circuit.admit(), { _tag: 'Rejected', retryAfterMillis: undefined })
    assert.deepStrictEqual(isolate(circuit.state), circuit.state)
  })

  it('a circuit that is reset is closed, and outcomes from before do not count', () => {
    const circuit = consecutive()
    const late = circuit.admit()
    circuit.call('failure', 'failure')
    circuit.state = reset(isolate(circuit.state))
    circuit.record(late, 'failure')
    assert.strictEqual(circuit.call('failure', 'failure'), 'Closed')
    assert.strictEqual(circuit.call('failure'), 'Open')
  })
})

describe('the state is plain data', () => {
  it('that survives being written and read at every step', () => {
    const circuit = consecutive({ failureRate: 0.5, halfOpenProbes: 2 })
    const through = () => {
      circuit.state = JSON.parse(JSON.stringify(circuit.state))
    }
    circuit.call('success', 'failure')
    through()
    assert.strictEqual(circuit.call('failure', 'failure'), 'Open')
    through()
    circuit.now = 10_000
    const probe = circuit.admit()
    through()
    circuit.record(probe, 'success')
    through()
    assert.strictEqual(circuit.call('success'), 'Closed')
  })
})

/** A circuit breaker written for clarity: it keeps everything that happened and looks at all of it. */
class Model {
  now = 0
  status: CircuitState['_tag'] = 'Closed'
  readonly options: ResolvedCircuitBreaker
  #period = 0
  #openedAt = 0
  #calls: Array<{ readonly at: number; readonly isFailure: boolean; readonly isSlow: boolean }> = []
  #inARow = 0
  #probes: Array<number> = []
  #successes = 0

  constructor(options: ResolvedCircuitBreaker) {
    this.options = options
  }

  #enter(status: CircuitState['_tag']): void {
    this.status = status
    this.#period += 1
    this.#openedAt = this.now
    this.#calls = []
    this.#inARow = 0
    this.#probes = []
    this.#successes = 0
  }

  /** A ticket for the call's outcome, or `undefined` when it is not let through. */
  ask(): { readonly period: number; readonly at: number } | undefined {
    if (this.status === 'Isolated') return undefined
    if (this.status === 'Open') {
      if (this.now < this.#openedAt + this.options.breakMillis) return undefined
      this.#enter('HalfOpen')
    }
    if (this.status === 'HalfOpen') {
      this.#probes = this.#probes.filter((at) => this.now < at + Math.max(30_000, this.options.breakMillis))
      if (this.#probes.length + this.#successes >= this.options.halfOpenProbes) return undefined
      this.#probes.push(this.now)
    }
    return { period: this.#period, at: this.now }
  }

  tell(ticket: { readonly period: number; readonly at: number }, outcome: Outcome, duration: number): void {
    if (ticket.period !== this.#period) return
    const { consecutiveFailures, failureRate, minimumThroughput, slowCallMillis, slowCallRate, windowMillis } =
      this.options
    const isSlow = slowCallRate !== undefined && duration >= slowCallMillis
    const isFailure = outcome === 'failure'
    if (this.status === 'HalfOpen') {
      if (isFailure || (isSlow && outcome === 'success')) return this.#enter('Open')
      const place = this.#probes.indexOf(ticket.at)
      if (place !== -1) this.#probes.splice(place, 1)
      if (outcome === 'success') this.#successes += 1
      if (this.#successes >= this.options.halfOpenProbes) this.#enter('Closed')
      return
    }
    if (this.status !== 'Closed' || outcome === 'ignored') return
    this.#inARow = isFailure ? this.#inARow + 1 : 0
    this.#calls.push({ at: this.now, isFailure, isSlow })
    const slice = (at: number) => Math.floor(at / (windowMillis / 10))
    const inWindow = this.#calls.filter(({ at }) => slice(at) > slice(this.now) - 10)
    const share = (predicate: (call: { readonly isFailure: boolean; readonly isSlow: boolean }) => boolean) =>
      inWindow.filter(predicate).length / inWindow.length
    const enough = inWindow.length >= minimumThroughput
    if (
      (consecutiveFailures !== undefined && this.#inARow >= consecutiveFailures) ||
      (enough && isFailure && failureRate !== undefined && share((call) => call.isFailure) >= failureRate) ||
      (enough && isSlow && slowCallRate !== undefined && share((call) => call.isSlow) >= slowCallRate)
    ) {
      this.#enter('Open')
    }
  }

  isolate(): void {
    if (this.status !== 'Isolated') this.#enter('Isolated')
  }

  reset(): void {
    this.#enter('Closed')
  }
}

describe('the circuit agrees with a simple model', () => {
  const settings: ReadonlyArray<readonly [string, CircuitBreakerOptions]> = [
    ['the presets', {}],
    ['failures in a row', { failureRate: false, consecutiveFailures: 3, breakDuration: '1 second' }],
    [
      'share of failures',
      {
        failureRate: 0.3,
        consecutiveFailures: false,
        minimumThroughput: 5,
        window: '2 seconds',
        breakDuration: '1 second'
      }
    ],
    [
      'share of slow calls',
      {
        failureRate: false,
        slowCallRate: 0.5,
        slowCallDuration: '1 second',
        minimumThroughput: 3,
        window: '5 seconds',
        breakDuration: '2 seconds'
      }
    ],
    [
      'everything, several probes',
      {
        failureRate: 0.5,
        consecutiveFailures: 4,
        slowCallRate: 0.5,
        slowCallDuration: '1 second',
        minimumThroughput: 4,
        window: '4 seconds',
        breakDuration: '1 second',
        halfOpenProbes: 3
      }
    ],
    ['everything off', { failureRate: false, consecutiveFailures: false }]
  ]

  it.each(settings)('%s', (_name, circuitBreaker) => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = makeRandom(seed)
      const circuit = new Circuit(circuitBreaker)
      const model = new Model(resolve(circuitBreaker))
      // A service that is well, ill or slow by turns.
      const illness = random.number()
      const pending: Array<{
        readonly admission: Admission
        readonly ticket: { readonly period: number; readonly at: number }
      }> = []
      for (let turn = 0; turn < 300; turn++) {
        const action = random.number()
        if (action < 0.45) {
          const admission = circuit.admit()
          const ticket = model.ask()
          assert.strictEqual(admission._tag === 'Admitted', ticket !== undefined, `seed ${seed}, turn ${turn}`)
          if (ticket !== undefined) pending.push({ admission, ticket })
        } else if (action < 0.9) {
          const [ended] = pending.splice(random.below(pending.length), 1)
          if (ended !== undefined) {
            const outcome = random.pick<Outcome>(
              random.number() < illness ? ['failure', 'failure', 'ignored'] : ['success']
            )
            const duration = random.below(2000)
            circuit.record(ended.admission, outcome, duration)
            model.tell(ended.ticket, outcome, duration)
          }
        } else if (action < 0.98) {
          circuit.now += random.pick([0, 10, 100, 500, 1000, 5000, 31_000])
          model.now = circuit.now
        } else if (random.number() < 0.5) {
          circuit.state = isolate(circuit.state)
          model.isolate()
        } else {
          circuit.state = reset(circuit.state)
          model.reset()
        }
        assert.strictEqual(circuit.state._tag, model.status, `seed ${seed}, turn ${turn}`)
      }
    }
  })
})

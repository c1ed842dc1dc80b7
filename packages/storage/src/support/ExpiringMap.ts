/** Values that are forgotten at their time. */

interface Held<V> {
  readonly value: V
  /** Milliseconds since 1970; the value is gone at this time. */
  readonly expiresAt: number
}

/** How many writes pass between two searches for what has expired. */
const writesBetweenSweeps = 256

/** A map whose values expire. It has no clock: every call says what time it is. */
export class ExpiringMap<V> {
  readonly #held = new Map<string, Held<V>>()
  #writes = 0

  get(key: string, nowMillis: number): V | undefined {
    const held = this.#held.get(key)
    return held === undefined || nowMillis >= held.expiresAt ? undefined : held.value
  }

  set(key: string, value: V, expiresAt: number, nowMillis: number): void {
    this.#held.set(key, { value, expiresAt })
    if (++this.#writes % writesBetweenSweeps === 0) this.#sweep(nowMillis)
  }

  delete(key: string): void {
    this.#held.delete(key)
  }

  /** How many values are held, expired ones among them. */
  get size(): number {
    return this.#held.size
  }

  #sweep(nowMillis: number): void {
    for (const [key, { expiresAt }] of this.#held) if (nowMillis >= expiresAt) this.#held.delete(key)
  }
}

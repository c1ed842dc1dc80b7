/** Which key of a container is in use. */
import type { ContainerKey, KeyContainer } from '@trustframe/core/ports'

/** Whether a key's time has not passed; seconds since 1970. */
export const isUnexpired = ({ expires }: ContainerKey, nowSeconds: number): boolean =>
  expires === undefined || nowSeconds < expires

const isActivated = ({ notBefore }: ContainerKey, nowSeconds: number): boolean =>
  notBefore === undefined || notBefore <= nowSeconds

/**
 * The one active key: of those that are activated and not expired the one whose activation was last, the later in the container
 * of two at the same time. A key without an activation date is used only where no other is: it is a safety net.
 *
 * Source: policy-keys-overview (key rollover).
 */
export const activeKey = (container: KeyContainer, nowSeconds: number): ContainerKey | undefined => {
  let active: ContainerKey | undefined
  for (const key of container.keys) {
    if (!isActivated(key, nowSeconds) || !isUnexpired(key, nowSeconds)) continue
    if (active === undefined || (key.notBefore ?? -Infinity) >= (active.notBefore ?? -Infinity)) active = key
  }
  return active
}

const dateOf = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')

/** Why a container has no active key: for messages. */
export const whyNoneIsActive = ({ keys }: KeyContainer, nowSeconds: number): string => {
  if (keys.length === 0) return 'the container has no keys'
  const next = keys.flatMap(({ notBefore }) => (notBefore !== undefined && notBefore > nowSeconds ? notBefore : []))
  if (next.length > 0) return `no key is active before ${dateOf(Math.min(...next))}`
  const last = keys.flatMap(({ expires }) => expires ?? [])
  return `its last key expired at ${dateOf(Math.max(...last))}`
}

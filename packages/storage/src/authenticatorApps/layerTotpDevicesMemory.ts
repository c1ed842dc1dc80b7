/** Authenticator apps in memory. */
import { type TotpBegin, TotpDevices } from '@trustframe/core/ports'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import { afterFailure, isLocked, type Lockout, type LockoutRules, unlocked } from '../passwords/lockout.ts'
import { ExpiringMap } from '../support/ExpiringMap.ts'
import { bytesOfBase32 } from './base32.ts'
import { matchingStep } from './totp.ts'

/** Five wrong codes in a row lock a user for a minute; how the service limits them is not documented. */
const wrongCodes: LockoutRules = { threshold: 5, durationMillis: 60_000, longestMillis: 5 * 60 * 60_000 }

/** How long a journey may wait for its code; longer than any journey rests. */
const verificationMillis = 24 * 60 * 60_000

interface Device {
  readonly secret: Redacted.Redacted<Uint8Array>
  /** A code is accepted once: those up to this step are used. Source: RFC 6238 section 5.2. */
  usedStep: number
}

/** A user's devices, and the wrong codes since the last right one. */
interface Owner {
  readonly devices: Array<Device>
  lockout: Lockout
}

interface Verification {
  readonly owner: Owner
  /** To be enrolled by its first right code. */
  readonly candidate: Device | undefined
}

const deviceOf = (secretKey: Redacted.Redacted | undefined): Device | undefined => {
  const secret = secretKey === undefined ? undefined : bytesOfBase32(Redacted.value(secretKey))
  return secret === undefined ? undefined : { secret: Redacted.make(secret), usedStep: -1 }
}

/** A device that is enrolled from the beginning. */
export interface EnrolledDevice {
  /** An object id or a user principal name. */
  readonly user: string
  /** In base32. */
  readonly secretKey: Redacted.Redacted
}

/** Devices are enrolled in this process; `enrolled` are there from the beginning. */
export const layerTotpDevicesMemory = (enrolled: ReadonlyArray<EnrolledDevice> = []): Layer.Layer<TotpDevices> =>
  Layer.sync(TotpDevices, () => {
    /** By object id and by user principal name, in lower case. */
    const owners = new Map<string, Owner>()
    const verifications = new ExpiringMap<Verification>()

    const ownerOf = (names: ReadonlyArray<string>): Owner => {
      const keys = names.map((name) => name.toLowerCase())
      const known = keys.map((key) => owners.get(key)).find((owner) => owner !== undefined)
      const owner = known ?? { devices: [], lockout: unlocked }
      for (const key of keys) owners.set(key, owner)
      return owner
    }
    for (const { secretKey, user } of enrolled) {
      const device = deviceOf(secretKey)
      if (device !== undefined) ownerOf([user]).devices.push(device)
    }

    return TotpDevices.of({
      count: (user) => Effect.sync(() => owners.get(user.toLowerCase())?.devices.length ?? 0),
      begin: Effect.fnUntraced(function* ({ objectId, secretKey, transaction, userPrincipalName }: TotpBegin) {
        const now = yield* Clock.currentTimeMillis
        const owner = ownerOf(userPrincipalName === undefined ? [objectId] : [objectId, userPrincipalName])
        const candidate = deviceOf(secretKey)
        if (candidate === undefined && owner.devices.length === 0) return { _tag: 'NoDevice' } as const
        verifications.set(transaction, { owner, candidate }, now + verificationMillis, now)
        return { _tag: 'TotpBegun' } as const
      }),
      verify: Effect.fnUntraced(function* (transaction: string, code: Redacted.Redacted) {
        const now = yield* Clock.currentTimeMillis
        const verification = verifications.get(transaction, now)
        if (verification === undefined) return { _tag: 'NotBegun' } as const
        const { candidate, owner } = verification
        if (isLocked(owner.lockout, now)) return { _tag: 'TooManyTries' } as const
        const typed = Redacted.value(code).trim()
        for (const device of candidate === undefined ? owner.devices : [candidate]) {
          const step = matchingStep(Redacted.value(device.secret), typed, now, device.usedStep)
          if (step === undefined) continue
          device.usedStep = step
          owner.lockout = unlocked
          if (candidate !== undefined) owner.devices.push(candidate)
          verifications.delete(transaction)
          return { _tag: 'CodeRight' } as const
        }
        // Every wrong code is a guess, also the same one again: the right one changes with time.
        owner.lockout = afterFailure({ ...owner.lockout, recent: [] }, typed, now, wrongCodes)
        return { _tag: isLocked(owner.lockout, now) ? 'TooManyTries' : 'CodeWrong' } as const
      })
    })
  })

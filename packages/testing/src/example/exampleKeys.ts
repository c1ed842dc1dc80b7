/** Example policy keys, for runs in which nothing leaves the process. */
import { type PolicyKey, secretKey } from '@trustframe/core'
import type { Policy } from '@trustframe/policy'
import * as Redacted from 'effect/Redacted'

const certificate: PolicyKey = {
  _tag: 'Certificate',
  certificate: { _tag: 'Pem', certificate: '', privateKey: Redacted.make('') }
}

/** A key for every `StorageReferenceId` of a policy: a certificate where one is needed, else a secret. */
export const exampleKeys = (policy: Policy): Readonly<Record<string, PolicyKey>> =>
  Object.fromEntries(
    [...policy.technicalProfiles.values()].flatMap(({ cryptographicKeys }) =>
      cryptographicKeys.map(({ id, storageReferenceId }) => [
        storageReferenceId.value,
        id.value.toLowerCase() === 'clientcertificate' ? certificate : secretKey(`example-${storageReferenceId.value}`)
      ])
    )
  )

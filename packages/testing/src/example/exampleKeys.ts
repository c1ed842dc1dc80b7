/** Example policy keys, for runs in which nothing leaves the process. */
import { type PolicyKey, secretKey } from '@trustframe/core'
import type { Policy } from '@trustframe/policy'
import * as Redacted from 'effect/Redacted'

const certificate: PolicyKey = {
  _tag: 'Certificate',
  certificate: { _tag: 'Pkcs12', bytes: Redacted.make(new Uint8Array()), passphrase: undefined }
}

/**
 * A key for every `StorageReferenceId` of a policy: a certificate where one is needed, else a secret. Those that sign tokens are
 * left out, since a tenant makes them.
 */
export const exampleKeys = (policy: Policy): Readonly<Record<string, PolicyKey>> =>
  Object.fromEntries(
    [...policy.technicalProfiles.values()]
      .filter(({ outputTokenFormat }) => outputTokenFormat === undefined)
      .flatMap(({ cryptographicKeys }) =>
        cryptographicKeys.map(({ id, storageReferenceId }) => [
          storageReferenceId.value,
          id.value.toLowerCase() === 'clientcertificate'
            ? certificate
            : secretKey(`example-${storageReferenceId.value}`)
        ])
      )
  )

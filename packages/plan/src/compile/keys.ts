/** Binds the cryptographic keys of technical profiles. */
import { type CryptographicKey, keyOf, type TechnicalProfile } from '@trustframe/policy'
import { formatAadb2c } from '../errors/aadb2c.ts'
import type { KeyReference } from '../plan/RestfulPlan.ts'
import { type CompileContext, originOf } from './CompileContext.ts'

/** A key as profiles refer to it. */
export const keyReference = (key: CryptographicKey): KeyReference => ({
  id: key.id.value,
  storageReferenceId: key.storageReferenceId.value,
  origin: originOf(key.span)
})

/** The key of that id, if the profile has it. */
export const findKey = (profile: TechnicalProfile, id: string): CryptographicKey | undefined =>
  profile.cryptographicKeys.find((key) => keyOf(key.id.value) === keyOf(id))

/** The reference to a key that may be absent. */
export const optionalKey = (profile: TechnicalProfile, id: string): KeyReference | undefined => {
  const key = findKey(profile, id)
  return key === undefined ? undefined : keyReference(key)
}

/** The reference to a key that has to be there; its absence is a finding. */
export const requireKey = (
  context: CompileContext,
  profile: TechnicalProfile,
  id: string
): KeyReference | undefined => {
  const key = findKey(profile, id)
  if (key !== undefined) return keyReference(key)
  const { policyId, tenantId } = context.policy
  context.report('TF2007', profile.id.span, {
    message: formatAadb2c('AADB2C90025', profile.id.value, policyId.value, tenantId?.value ?? '', id),
    help: `add <Key Id="${id}" StorageReferenceId="B2C_1A_…" /> to its CryptographicKeys`
  })
  return undefined
}

/** Secrets should not go into URLs, which end up in logs. */
import { keyOf, type TechnicalProfile } from '@trustframe/policy'
import { holdsPlaceholder, valueOf } from '../profileMetadata.ts'
import { restfulProfiles } from '../restfulProfiles.ts'
import type { Rule } from '../Rule.ts'

const secretName =
  /^(?:password|newPassword|oldPassword|client_secret|access_token|refresh_token|id_token|secret|otp|otpCode|verificationCode)$/i

/** Whether a claim goes into the URL: with `QueryString` all do, with `Url` those that it names. */
const goesIntoUrl = (profile: TechnicalProfile, names: ReadonlyArray<string>): boolean => {
  const mode = keyOf(valueOf(profile, 'SendClaimsIn')?.value ?? '')
  const url = valueOf(profile, 'ServiceUrl')?.value ?? ''
  if (mode === 'querystring') return true
  return (
    mode === 'url' &&
    holdsPlaceholder(url) &&
    names.some((name) => url.toLowerCase().includes(`{${name.toLowerCase()}}`))
  )
}

export const secretsInUrls: Rule = {
  code: 'TF3614',
  name: 'secrets-in-urls',
  title: 'secret claim in a URL',
  severity: 'warning',
  origin: 'advice',
  check: (policy, report) => {
    for (const profile of restfulProfiles(policy)) {
      const bearer = keyOf(valueOf(profile, 'UseClaimAsBearerToken')?.value ?? '')
      for (const { claimTypeReferenceId, partnerClaimType, span } of profile.inputClaims) {
        const id = claimTypeReferenceId.value
        const names = [id, ...(partnerClaimType === undefined ? [] : [partnerClaimType.value])]
        const control = policy.policy.claimTypes.get(keyOf(id))?.userInputType
        const secret = keyOf(control?.value ?? '') === 'password' || names.some((name) => secretName.test(name))
        if (!secret || keyOf(id) === bearer || !goesIntoUrl(profile, names)) continue
        report(span, {
          message: `"${profile.id.value}" sends the secret claim "${id}" in the URL, which servers and proxies log`,
          help: 'set SendClaimsIn to Body'
        })
      }
    }
  }
}

/** Secrets belong into policy keys, never into a policy. */
import { type ClaimReference, keyOf, type Text } from '@trustframe/policy'
import { holdsPlaceholder } from '../profileMetadata.ts'
import type { Report, Rule } from '../Rule.ts'

/** Names of parameters and headers that carry secrets. */
const secretName =
  /^(?:client_secret|client_assertion|password|passwd|secret|api[-_]?key|apikey|access_token|refresh_token|subscription-key|ocp-apim-subscription-key|x-functions-key|x-api-key|authorization|token|secretkey|query\.secret)$/i

/** Parts of a URL that carry secrets: credentials in front of the host, and keys in the query. */
const inUrl =
  /^https?:\/\/[^/?#@\s]+:[^/?#@\s]+@|[?&](?:code|sig|key|api[-_]?key|apikey|subscription-key|access_token|token|secret|client_secret)=[^&{}\s]{8,}/i

/** A JSON Web Token, a SendGrid key, a private key. */
const looksSecret =
  /^(?:Bearer\s+\S{16,}|Basic\s+[A-Za-z0-9+/=]{12,}|eyJ[\w-]{8,}\.[\w-]+\.|SG\.[\w-]{16,}|-----BEGIN [A-Z ]*PRIVATE KEY)/

const help = 'create a policy key for it, and change the secret: it is in the history of the file'

const checkDefault = (
  { claimTypeReferenceId, defaultValue, partnerClaimType }: ClaimReference,
  report: Report
): void => {
  if (defaultValue === undefined || holdsPlaceholder(defaultValue.value) || !/^\S{8,}$/.test(defaultValue.value)) return
  const name = (partnerClaimType ?? claimTypeReferenceId).value
  if (!secretName.test(name) && !looksSecret.test(defaultValue.value)) return
  report(defaultValue.span, {
    message: `the default value of "${claimTypeReferenceId.value}" looks like a secret`,
    help
  })
}

const checkText = ({ span, value }: Text, what: string, report: Report): void => {
  if (holdsPlaceholder(value) ? inUrl.test(value) : inUrl.test(value) || looksSecret.test(value)) {
    report(span, { message: `${what} looks like it holds a secret`, help })
  }
}

export const secretsInPolicy: Rule = {
  code: 'TF3608',
  name: 'secrets-in-policy',
  title: 'secret in a policy',
  severity: 'error',
  origin: 'advice',
  checkProfile: ({ profile }, report) => {
    for (const { key, value } of profile.metadata) {
      if (secretName.test(key.value) && /^\S{8,}$/.test(value.value) && !holdsPlaceholder(value.value)) {
        report(value.span, { message: `the metadata "${key.value}" looks like a secret`, help })
      } else {
        checkText(value, `the metadata "${key.value}"`, report)
      }
    }
    for (const claim of [...profile.inputClaims, ...profile.outputClaims]) checkDefault(claim, report)
  },
  checkTransformation: ({ id, inputParameters }, report) => {
    for (const { id: parameter, value } of inputParameters) {
      const name = parameter.value
      const what = `the input parameter "${name}" of claims transformation "${id.value}"`
      if (
        keyOf(name) !== 'randomseed' &&
        secretName.test(name.split('.').at(-1) ?? name) &&
        value.value.length >= 8 &&
        !holdsPlaceholder(value.value)
      ) {
        report(value.span, { message: `${what} looks like a secret`, help })
      } else {
        checkText(value, what, report)
      }
    }
  }
}

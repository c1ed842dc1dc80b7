/** `IdTokens` with jose. */
import {
  IdTokens,
  type IdTokenRules,
  type IdTokenVerdict,
  type PolicyKeys,
  type SigningKeys
} from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import { signAssertion } from '../issuing/clientAssertion.ts'
import { KeyImporter } from '../keys/importedKeys.ts'
import { nowSeconds } from '../nowSeconds.ts'
import { glanceAt } from './glanceAt.ts'
import { type IdTokenFinding, validateIdToken } from './validateIdToken.ts'

/** How exactly times are held. */
export interface IdTokensOptions {
  /** How far the clocks of providers may differ, in seconds; 300 unless said otherwise, as in .NET. */
  readonly toleranceSeconds?: number
}

const refused = (detail: string): IdTokenVerdict => ({ _tag: 'TokenRefused', detail })

const quoted = (texts: ReadonlyArray<string>) => texts.map((text) => `"${text}"`).join(' or ')

const verdictOf = (finding: IdTokenFinding, token: string, rules: IdTokenRules): IdTokenVerdict => {
  switch (finding._tag) {
    case 'TokenAccepted':
      return finding
    case 'TokenMalformed':
      return refused('the id token is no signed JSON Web Token')
    case 'KeyUnknown':
      return { _tag: 'SignatureUnverified', detail: 'the provider publishes no key that the id token is signed with' }
    case 'SignatureWrong':
      return { _tag: 'SignatureUnverified', detail: "the id token's signature is wrong" }
    case 'TokenExpired':
      return refused('the id token has expired')
    case 'TokenNotYetValid':
      return refused('the id token is not valid yet')
    case 'ClaimMissing':
      return refused(`the id token has no "${finding.claim}", or not as a number`)
    case 'AudienceWrong':
      return refused(`the id token is not for the audience ${quoted(finding.expected)}`)
    case 'IssuerWrong': {
      const issuer = glanceAt(token, rules)?.issuer
      const found = issuer === undefined ? 'no issuer' : `the issuer "${issuer}"`
      const beginning = rules.issuerPrefixes.length > 0 ? 'one that begins with ' : ''
      return refused(`the id token has ${found}, expected ${beginning}${quoted(finding.expected)}`)
    }
    case 'NonceWrong':
      return refused("the id token's nonce is not that of the authorization request")
    case 'NonceMissing':
      return refused('the id token has no nonce, although the authorization request had one')
    case 'HashWrong':
      return refused(`the id token's "${finding.hash}" does not fit what came with it`)
  }
}

/** Id tokens by the keys that providers publish, assertions by key containers and certificates. */
export const layerIdTokens = ({ toleranceSeconds = 300 }: IdTokensOptions = {}): Layer.Layer<
  IdTokens,
  never,
  PolicyKeys | SigningKeys
> =>
  Layer.effect(
    IdTokens,
    Effect.gen(function* () {
      const services = yield* Effect.context<PolicyKeys | SigningKeys>()
      const importer = new KeyImporter()
      return IdTokens.of({
        validate: (token, rules) =>
          Effect.gen(function* () {
            const text = Redacted.value(token)
            const finding = yield* validateIdToken(text, {
              ...rules,
              nowSeconds: yield* nowSeconds,
              toleranceSeconds
            })
            return verdictOf(finding, text, rules)
          }),
        glance: (token, expected) => glanceAt(Redacted.value(token), expected),
        signAssertion: (assertion) => Effect.provideContext(signAssertion(assertion, importer), services)
      })
    })
  )

/** Compiles a RESTful technical profile. */
import { keyOf, type TechnicalProfile, type Text } from '@trustframe/policy'
import { formatAadb2c } from '../../errors/aadb2c.ts'
import { restful } from '../../handlers/index.ts'
import type { ClaimBinding } from '../../plan/ClaimBinding.ts'
import {
  type RestfulAuthentication,
  type RestfulMessageKey,
  type RestfulMessages,
  restfulMessageKeys,
  type RestfulPlan,
  type SendClaimsIn
} from '../../plan/RestfulPlan.ts'
import { bindClaims, reportPlaceholders } from '../bindClaim.ts'
import { type CompileContext, locate, originOf } from '../CompileContext.ts'
import { findKey, keyReference, requireKey } from '../keys.ts'
import { type Metadata, type MetadataKey, readMetadata } from '../metadata.ts'
import { bindOutputs } from '../outputs.ts'
import { compileServiceUrl } from '../serviceUrl.ts'

type RestfulMetadata = Metadata<MetadataKey<typeof restful>>

const bearer = (
  context: CompileContext,
  profile: TechnicalProfile,
  metadata: RestfulMetadata,
  inputs: ReadonlyArray<ClaimBinding>
): RestfulAuthentication | undefined => {
  const { policyId, tenantId } = context.policy
  const named = metadata.text('UseClaimAsBearerToken')
  const key = findKey(profile, 'BearerAuthenticationToken')
  if (named !== undefined && named.value !== '') {
    const claim = context.claim(named)
    if (claim === undefined) return undefined
    if (key !== undefined) {
      context.report('TF2027', key.span, {
        message: `profile "${profile.id.value}" has a key BearerAuthenticationToken and UseClaimAsBearerToken; the claim is used`,
        help: 'remove one of the two'
      })
    }
    if (!inputs.some((input) => input.claim.slot === claim.slot)) {
      context.report('TF2008', named.span, {
        message: formatAadb2c(
          'AADB2C90193',
          profile.id.value,
          policyId.value,
          tenantId?.value ?? '',
          named.value,
          'UseClaimAsBearerToken'
        ),
        help: `add <InputClaim ClaimTypeReferenceId="${claim.id}" />`
      })
      return undefined
    }
    return { _tag: 'BearerClaim', claim, origin: originOf(named.span) }
  }
  if (key !== undefined) return { _tag: 'BearerKey', token: keyReference(key) }
  context.report('TF2008', profile.id.span, {
    message: formatAadb2c(
      'AADB2C90192',
      profile.id.value,
      policyId.value,
      tenantId?.value ?? '',
      'UseClaimAsBearerToken'
    ),
    help: 'name the claim that holds the token in UseClaimAsBearerToken, or add the key BearerAuthenticationToken'
  })
  return undefined
}

const authentication = (
  context: CompileContext,
  profile: TechnicalProfile,
  metadata: RestfulMetadata,
  inputs: ReadonlyArray<ClaimBinding>
): RestfulAuthentication | undefined => {
  switch (metadata.oneOf('AuthenticationType')) {
    case 'None': {
      const development = context.policy.deploymentMode?.value === 'Development'
      if (!development && !metadata.boolean('AllowInsecureAuthInProduction')) {
        context.report('TF2009', metadata.text('AuthenticationType')?.span ?? profile.id.span, {
          message: formatAadb2c('AADB2C90258', profile.id.value, 'AllowInsecureAuthInProduction'),
          help: 'authenticate the call, or set AllowInsecureAuthInProduction to true'
        })
      }
      return { _tag: 'None' }
    }
    case 'Basic': {
      const username = requireKey(context, profile, 'BasicAuthenticationUsername')
      const password = requireKey(context, profile, 'BasicAuthenticationPassword')
      return username === undefined || password === undefined ? undefined : { _tag: 'Basic', username, password }
    }
    case 'Bearer':
      return bearer(context, profile, metadata, inputs)
    case 'ClientCertificate': {
      const certificate = requireKey(context, profile, 'ClientCertificate')
      return certificate === undefined ? undefined : { _tag: 'ClientCertificate', certificate }
    }
    case 'ApiKeyHeader': {
      const [key, ...others] = profile.cryptographicKeys
      if (key === undefined) {
        requireKey(context, profile, 'x-functions-key')
        return undefined
      }
      for (const { id, span } of others) {
        context.report('TF2027', span, {
          message: `profile "${profile.id.value}" sends one API key; "${id.value}" is not sent`,
          help: 'remove it'
        })
      }
      return { _tag: 'ApiKeyHeader', header: key.id.value, key: keyReference(key) }
    }
    default:
      return undefined
  }
}

const payload = (
  context: CompileContext,
  profile: TechnicalProfile,
  named: Text | undefined,
  sendClaimsIn: SendClaimsIn,
  inputs: ReadonlyArray<ClaimBinding>
): number | undefined => {
  if (named === undefined || named.value === '') return undefined
  const claim = context.claim(named)
  if (claim === undefined) return undefined
  const problem = (message: string, help: string) => context.report('TF2023', named.span, { message, help })
  const input = inputs.findIndex((binding) => binding.claim.slot === claim.slot)
  if (input < 0) {
    problem(
      `ClaimUsedForRequestPayload names claim "${claim.id}", which is no input claim of "${profile.id.value}"`,
      `add <InputClaim ClaimTypeReferenceId="${claim.id}" />`
    )
    return undefined
  }
  if (claim.dataType !== 'string')
    problem(`claim "${claim.id}" is the request's body and has to be a string`, `it is ${claim.dataType}`)
  if (sendClaimsIn !== 'Body') {
    problem(`ClaimUsedForRequestPayload needs SendClaimsIn "Body"; it is "${sendClaimsIn}"`, 'set SendClaimsIn to Body')
  }
  return input
}

/** http is refused for production policies, except towards this machine, where nobody can listen in. */
const checkScheme = (context: CompileContext, profile: TechnicalProfile, url: Text) => {
  if (!/^http:/i.test(url.value) || context.policy.deploymentMode?.value === 'Development') return
  const host = URL.canParse(url.value) ? new URL(url.value).hostname : ''
  if (host === 'localhost' || host === '[::1]' || host.startsWith('127.')) return
  context.report('TF2010', url.span, {
    message: formatAadb2c('AADB2C90256', profile.id.value, 'ServiceUrl', url.value),
    help: 'use https, or DeploymentMode="Development" while you develop'
  })
}

const messages = (metadata: RestfulMetadata): RestfulMessages => {
  const found: { [Key in RestfulMessageKey]?: NonNullable<RestfulMessages[Key]> } = {}
  for (const key of restfulMessageKeys) {
    const text = metadata.text(key)
    if (text !== undefined && text.value !== '') found[key] = locate(text)
  }
  return found
}

/** The plan of a RESTful profile, or `undefined` after findings that make it uncallable. */
export const compileRestful = (context: CompileContext, profile: TechnicalProfile): RestfulPlan | undefined => {
  const metadata = readMetadata(context, profile, restful)
  const inputClaims = bindClaims(context, profile, profile.inputClaims, 'bySwitch')
  const outputClaims = bindOutputs(context, profile, metadata.boolean('ResolveJsonPathsInJsonTokens'))
  const id = profile.id.value

  for (const { key, value } of profile.metadata) {
    const isMessage = restfulMessageKeys.some((message) => keyOf(message) === keyOf(key.value))
    if (keyOf(key.value) !== 'serviceurl' && !isMessage)
      reportPlaceholders(context, value, `metadata ${key.value} of "${id}"`)
  }
  for (const { claimTypeReferenceId, defaultValue } of [...profile.inputClaims, ...profile.outputClaims]) {
    if (defaultValue !== undefined) {
      reportPlaceholders(context, defaultValue, `the default value of "${claimTypeReferenceId.value}" in "${id}"`)
    }
  }

  const sendClaimsIn = sendClaimsInOf(metadata.oneOf('SendClaimsIn'))
  const url = metadata.required('ServiceUrl')
  const authenticates = authentication(context, profile, metadata, inputClaims)
  const debugMode = metadata.boolean('DebugMode')
  if (url === undefined || sendClaimsIn === undefined) return undefined
  checkScheme(context, profile, url)
  const serviceUrl = compileServiceUrl(context, id, url, sendClaimsIn, inputClaims)
  const payloadInput = payload(context, profile, metadata.text('ClaimUsedForRequestPayload'), sendClaimsIn, inputClaims)
  if (serviceUrl === undefined || authenticates === undefined) return undefined
  return {
    _tag: 'Restful',
    id,
    origin: originOf(profile.id.span),
    method: sendClaimsIn === 'Body' || sendClaimsIn === 'Form' ? 'POST' : 'GET',
    sendClaimsIn,
    serviceUrl,
    authentication: authenticates,
    inputClaims,
    payload: payloadInput,
    outputClaims,
    debugMode,
    messages: messages(metadata)
  }
}

const sendClaimsInOf = (text: string | undefined): SendClaimsIn | undefined => {
  switch (text) {
    case 'Body':
    case 'Form':
    case 'Header':
    case 'Url':
    case 'QueryString':
      return text
    default:
      return undefined
  }
}

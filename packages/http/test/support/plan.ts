/** Plans of RESTful technical profiles, as the tests need them. */
import type { DataType } from '@trustframe/claims'
import type {
  AnswerBinding,
  ClaimBinding,
  RestfulAuthentication,
  RestfulPlan,
  SendClaimsIn,
  ServiceUrl
} from '@trustframe/plan/plan'

const origin = { file: 'Policy.xml', line: 1, column: 1 }

export interface ClaimOptions {
  readonly partner?: string
  readonly dataType?: DataType
  readonly required?: boolean
  readonly secret?: boolean
  readonly alwaysUseDefaultValue?: boolean
}

export interface PlanOptions {
  readonly id?: string
  readonly sendClaimsIn?: SendClaimsIn
  readonly serviceUrl?: string
  readonly authentication?: RestfulAuthentication
  /** Claim id → how it is bound; the order is that of the input values. */
  readonly inputs?: Readonly<Record<string, ClaimOptions>>
  /** Claim id → how it is bound; `partner` is a path: `a.b[0]` or, literally, one name. */
  readonly outputs?: Readonly<Record<string, ClaimOptions & { readonly path?: ReadonlyArray<string | number> }>>
  /** ClaimUsedForRequestPayload. */
  readonly payload?: string
}

const binding = (slot: number, id: string, options: ClaimOptions): ClaimBinding => ({
  claim: { slot, id, dataType: options.dataType ?? 'string' },
  partnerName: options.partner ?? id,
  defaultValue: undefined,
  alwaysUseDefaultValue: options.alwaysUseDefaultValue ?? false,
  required: options.required ?? false,
  secret: options.secret ?? false,
  origin
})

/** `{name}` names a partner name, else a claim id. */
const partsOf = (template: string, inputs: ReadonlyArray<ClaimBinding>): ServiceUrl['parts'] =>
  template.split(/(\{[^}]*\})/).flatMap((part): ServiceUrl['parts'] => {
    if (part === '') return []
    if (!part.startsWith('{')) return [part]
    const name = part.slice(1, -1)
    const byPartner = inputs.findIndex(({ partnerName }) => partnerName === name)
    const byId = inputs.findIndex(({ claim }) => claim.id.toLowerCase() === name.toLowerCase())
    return [{ name, input: byPartner === -1 ? byId : byPartner }]
  })

/** A key of the profile and where its secret is kept. */
export const keyReference = (id: string, storageReferenceId: string) => ({ id, storageReferenceId, origin })

/** The authentication by a claim that is one of the inputs. */
export const bearerClaim = (id: string, slot: number): RestfulAuthentication => ({
  _tag: 'BearerClaim',
  claim: { slot, id, dataType: 'string' },
  origin
})

/** The profile `R` of the behavioural examples, unless something else is said. */
export const restfulPlan = (options: PlanOptions = {}): RestfulPlan => {
  const { id = 'R', payload, sendClaimsIn = 'Body', serviceUrl = 'https://api.test/p' } = options
  const inputClaims = Object.entries(options.inputs ?? {}).map(([name, claim], slot) => binding(slot, name, claim))
  const outputClaims = Object.entries(options.outputs ?? {}).map(([name, claim], slot): AnswerBinding =>
    Object.assign(binding(100 + slot, name, claim), { path: claim.path ?? [claim.partner ?? name] })
  )
  const parts = sendClaimsIn === 'Url' ? partsOf(serviceUrl, inputClaims) : [serviceUrl]
  return {
    _tag: 'Restful',
    id,
    origin,
    method: sendClaimsIn === 'Body' || sendClaimsIn === 'Form' ? 'POST' : 'GET',
    sendClaimsIn,
    serviceUrl: { template: serviceUrl, parts, origin },
    authentication: options.authentication ?? { _tag: 'None' },
    inputClaims,
    payload: payload === undefined ? undefined : inputClaims.findIndex(({ claim }) => claim.id === payload),
    outputClaims,
    debugMode: false,
    messages: {}
  }
}

/** Small plans, made by hand, for tests of the interpreter. */
import { ClaimTable, type ClaimValue, type DataType } from '@trustframe/claims'
import type {
  AnswerBinding,
  ClaimBinding,
  IssuerPlan,
  JourneyPlan,
  Origin,
  PreconditionPlan,
  ProfilePlan,
  RestfulMessages,
  RestfulPlan,
  StepPlan,
  StepWork
} from '@trustframe/plan/plan'

/** A place in the test's policy; each line is something else. */
export const at = (line: number): Origin => ({ file: 'Policy.xml', line, column: 5 })

/** A claim table of string claims, and of others where a type is given. */
export const claimTable = (...claims: ReadonlyArray<string | readonly [string, DataType]>): ClaimTable =>
  new ClaimTable(
    claims.map((claim) =>
      typeof claim === 'string' ? { id: claim, dataType: 'string' } : { id: claim[0], dataType: claim[1] }
    )
  )

/** A claim reference; the claim has to be in the table. */
export const binding = (table: ClaimTable, id: string, options: Partial<ClaimBinding> = {}): ClaimBinding => {
  const claim = table.find(id)
  if (claim === undefined) throw new Error(`no claim ${id}`)
  return {
    claim,
    partnerName: id,
    defaultValue: undefined,
    alwaysUseDefaultValue: false,
    required: false,
    secret: false,
    origin: at(1),
    ...options
  }
}

/** A default value. */
export const constant = (value: ClaimValue) => ({ _tag: 'Constant', value }) as const

/** An output claim of an answer, read at the top level under its partner name. */
export const answer = (table: ClaimTable, id: string, options: Partial<AnswerBinding> = {}): AnswerBinding => {
  const bound = binding(table, id, options)
  return { ...bound, path: options.path ?? [bound.partnerName] }
}

/** A RESTful profile that posts to `https://api.test/p` without authentication. */
export const restful = (options: Partial<RestfulPlan> = {}): RestfulPlan => ({
  _tag: 'Restful',
  id: 'R',
  origin: at(10),
  method: 'POST',
  sendClaimsIn: 'Body',
  serviceUrl: { template: 'https://api.test/p', parts: ['https://api.test/p'], origin: at(11) },
  authentication: { _tag: 'None' },
  inputClaims: [],
  payload: undefined,
  outputClaims: [],
  debugMode: false,
  messages: {},
  ...options
})

/** Messages of a profile's metadata. */
export const messages = (texts: { readonly [Key in keyof RestfulMessages]: string }): RestfulMessages =>
  Object.fromEntries(Object.entries(texts).map(([key, value], index) => [key, { value, origin: at(20 + index) }]))

/** A profile around a call. */
export const profile = (call: ProfilePlan['call'], options: Partial<ProfilePlan> = {}): ProfilePlan => ({
  id: call._tag === 'Restful' ? call.id : 'T',
  origin: at(10),
  displayName: undefined,
  enabled: undefined,
  session: { provider: 'Noop', id: '', origin: at(10), persistedClaims: [], outputClaims: [] },
  inputTransformations: [],
  call,
  outputTransformations: [],
  messages: new Map(),
  defaultMessages: new Map(),
  ...options
})

/** A step that makes one claims exchange. */
export const exchanging = (called: ProfilePlan): StepWork => ({
  _tag: 'ClaimsExchange',
  exchanges: [{ id: `${called.id}Exchange`, origin: at(40), profile: called }]
})

/** A JWT issuer. */
export const jwtIssuer: IssuerPlan = {
  technicalProfile: 'JwtIssuer',
  format: 'JWT',
  origin: at(50),
  details: {
    _tag: 'Jwt',
    signingKey: undefined,
    encryptionKey: undefined,
    accessTokenLifetime: 3600,
    idTokenLifetime: 3600,
    refreshTokenLifetime: 1_209_600,
    refreshTokenWindow: 7_776_000,
    issuance: 'AuthorityAndTenantGuid',
    acr: true,
    jsonNumbers: false,
    userIdentity: undefined,
    refreshTokenUserJourneyId: undefined,
    clientCredentialsUserJourneyId: undefined
  }
}

/** A step that sends the claims. */
export const sending: StepWork = { _tag: 'SendClaims', issuer: jwtIssuer }

/** A journey of these steps, numbered from 1. */
export const journey = (
  claims: ClaimTable,
  works: ReadonlyArray<StepWork | { readonly work: StepWork; readonly preconditions: ReadonlyArray<PreconditionPlan> }>,
  options: Partial<JourneyPlan> = {}
): JourneyPlan => ({
  planId: 'test',
  policy: {
    policyId: 'B2C_1A_Test',
    tenantId: 'contoso.onmicrosoft.com',
    tenantObjectId: undefined,
    trustFrameworkTenantId: 'contoso.onmicrosoft.com',
    deploymentMode: 'Production'
  },
  journeyId: 'Test',
  origin: at(30),
  nonInteractive: false,
  claims,
  secrets: new Set(),
  steps: works.map((entry, index): StepPlan => {
    const { preconditions, work } = 'work' in entry ? entry : { work: entry, preconditions: [] }
    return { order: index + 1, type: work._tag, origin: at(31 + index), preconditions, work }
  }),
  subJourneys: [],
  authorization: [],
  tokenClaims: [],
  subject: undefined,
  localization: { enabled: false, defaultLanguage: 'en', languages: [] },
  session: {
    scope: 'Tenant',
    keepAliveInDays: 0,
    expiry: 'Rolling',
    expiryInSeconds: 86_400,
    enforceIdTokenHintOnLogout: false
  },
  errorPage: undefined,
  endpoints: new Map(),
  policyKey: () => undefined,
  ...options
})

/** Behavioural examples 61 to 75: journey control. */
import { describe, expect, it } from 'vitest'
import { Journey, trailer } from '../support/Journey.ts'
import {
  claim,
  compile,
  content,
  errorsOf,
  exchange,
  field,
  page,
  type Parts,
  preconditions,
  profile,
  send,
  setting,
  skipIf,
  step
} from '../support/policy.ts'

/** A journey whose first step sets `ran`, unless its preconditions skip it. */
const guarded = (before: string, more = ''): Parts => ({
  claims: claim('ran') + claim('email') + claim('m') + claim('a') + claim('b') + claim('flag', '', 'boolean') + more,
  profiles: setting('Work', 'ran=yes'),
  steps: exchange(1, 'Work', before) + send(2)
})

const runs = (before: string, claims: Readonly<Record<string, string | boolean>>): boolean =>
  new Journey(compile(guarded(before))).start({ claims }).claims['ran'] === 'yes'

describe('preconditions skip their step', () => {
  const m = 'Phone'
  it.each<[example: number, before: string, claims: Readonly<Record<string, string | boolean>>, runs: boolean]>([
    [61, preconditions(skipIf('ClaimsExist', true, 'objectId')), { objectId: '1' }, false],
    [61, preconditions(skipIf('ClaimsExist', true, 'objectId')), {}, true],
    [62, preconditions(skipIf('ClaimsExist', false, 'email')), {}, false],
    [62, preconditions(skipIf('ClaimsExist', false, 'email')), { email: 'e' }, true],
    [63, preconditions(skipIf('ClaimEquals', false, 'm', m)), { m: 'Email' }, false],
    [63, preconditions(skipIf('ClaimEquals', false, 'm', m)), { m }, true],
    [63, preconditions(skipIf('ClaimEquals', false, 'm', m)), {}, true],
    [64, preconditions(skipIf('ClaimEquals', true, 'flag', 'True')), { flag: true }, false],
    [64, preconditions(skipIf('ClaimEquals', true, 'flag', 'true')), { flag: true }, true],
    [65, preconditions(skipIf('ClaimsExist', true, 'a'), skipIf('ClaimsExist', true, 'b')), { b: '1' }, false],
    [65, preconditions(skipIf('ClaimsExist', true, 'a'), skipIf('ClaimsExist', true, 'b')), {}, true],
    [66, preconditions(skipIf('ClaimsExist', false, 'm'), skipIf('ClaimEquals', false, 'm', m)), { m }, true],
    [66, preconditions(skipIf('ClaimsExist', false, 'm'), skipIf('ClaimEquals', false, 'm', m)), { m: 'Email' }, false],
    [66, preconditions(skipIf('ClaimsExist', false, 'm'), skipIf('ClaimEquals', false, 'm', m)), {}, false]
  ])('example %i: %s with %j', (_, before, claims, expected) => {
    expect(runs(before, claims)).toBe(expected)
  })
})

const invoke = (order: number, id: string): string =>
  step(order, 'InvokeSubJourney', `<JourneyList><Candidate SubJourneyReferenceId="${id}" /></JourneyList>`)

const subJourney = (id: string, type: string, steps: string): string =>
  `<SubJourney Id="${id}" Type="${type}"><OrchestrationSteps>${steps}</OrchestrationSteps></SubJourney>`

describe('sub journeys', () => {
  it('example 67: a Call shares the bag, and the step after it runs', () => {
    const plan = compile({
      claims: claim('c') + claim('ran'),
      profiles: setting('GiveC', 'c=1') + setting('Work', 'ran=yes'),
      steps: invoke(1, 'Sub') + exchange(2, 'Work', preconditions(skipIf('ClaimsExist', false, 'c'))) + send(3),
      subJourneys: subJourney('Sub', 'Call', exchange(1, 'GiveC'))
    })
    const journey = new Journey(plan).start()
    expect(journey.claims).toEqual({ c: '1', ran: 'yes' })
    expect(journey.where).toBe('token')
  })

  it('example 68: a Transfer ends the journey with its own issuer; parent steps after it never run', () => {
    const plan = compile({
      claims: claim('ran') + claim('c'),
      profiles: setting('GiveC', 'c=1') + setting('Work', 'ran=yes'),
      journey: { attributes: 'DefaultCpimIssuerTechnicalProfileReferenceId="JwtIssuer"' },
      steps: invoke(1, 'Sub') + exchange(2, 'Work') + send(3),
      subJourneys: subJourney('Sub', 'Transfer', exchange(1, 'GiveC') + send(2)),
      output: '<OutputClaim ClaimTypeReferenceId="c" />'
    })
    const journey = new Journey(plan).start()
    expect(journey.claims).toEqual({ c: '1' })
    expect(journey.token).toEqual({ c: '1' })
  })

  it('that invoke themselves end in an error instead of never', () => {
    const plan = compile({
      claims: '',
      profiles: setting('Work', 'objectId=1'),
      steps: invoke(1, 'Sub') + send(2),
      subJourneys: subJourney('Sub', 'Call', exchange(1, 'Work') + invoke(2, 'Sub'))
    })
    expect(new Journey(plan).start().error.description).toBe(
      'sub journey "Sub" is invoked within itself without an end'
    )
  })
})

describe('example 69: an issuer of errors', () => {
  const plan = compile({
    claims: claim('errorCode') + claim('errorMessage'),
    profiles: profile('ReturnOAuth2Error', {
      protocol: 'OAuth2',
      format: 'OAuth2Error',
      keys: { issuer_secret: 'B2C_1A_Sign' },
      input: 'errorCode errorMessage'
    }),
    journey: { attributes: 'DefaultCpimIssuerTechnicalProfileReferenceId="JwtIssuer"' },
    steps: send(1, 'ReturnOAuth2Error', preconditions(skipIf('ClaimsExist', false, 'errorCode'))) + send(2)
  })

  it('answers the application with the policy’s own code and message', () => {
    const claims = { errorCode: '1234', errorMessage: 'My custom error message' }
    expect(new Journey(plan).start({ claims }).error.relyingParty).toEqual({
      error: 'access_denied',
      error_description: `AAD_Custom_1234: My custom error message${trailer}`
    })
  })

  it('is skipped where there is no error', () => {
    expect(new Journey(plan).start({ claims: { objectId: '42' } }).token).toEqual({ sub: '42' })
  })
})

describe('what a policy must not say', () => {
  const profiles = setting('A', 'objectId=1') + setting('B', 'objectId=2')

  it('example 70: two claims exchanges that nothing chooses between', () => {
    expect(
      errorsOf({ claims: '', profiles, steps: exchange(1, 'A') + exchange(2, 'A') + exchange(3, 'A B') + send(4) })
    ).toEqual([
      'TF2016 user journey "Journey" has step 3 with 2 claims exchanges. It must be preceded by a claims provider selection in order to determine which claims exchange can be used'
    ])
  })

  it('example 71: a gap in the orders', () => {
    expect(errorsOf({ claims: '', profiles, steps: exchange(1, 'A') + exchange(2, 'B') + send(4) })).toEqual([
      'TF2017 user journey "Journey" was expected to have step with order "3" but it was not found; the next one is "4"'
    ])
  })
})

const provider = (id: string) =>
  profile(id, {
    protocol: 'OAuth2',
    metadata: {
      client_id: 'c',
      authorization_endpoint: 'https://idp.test/authorize',
      AccessTokenEndpoint: 'https://idp.test/token',
      ClaimTypeOnWhichToEnable: 'idps',
      ClaimValueOnWhichToEnable: 'facebook.com'
    },
    output: 'objectId',
    enabled: 'OnItemAbsenceInStringCollectionClaim'
  })

describe('example 72: OnItemAbsenceInStringCollectionClaim', () => {
  const plan = compile({
    claims: claim('idps', '', 'stringCollection'),
    content: content('api.select', '', 'providerselection:1.2.1'),
    profiles: provider('Facebook') + provider('Other').replace('facebook.com', 'other.com'),
    steps:
      step(
        1,
        'ClaimsProviderSelection',
        '<ClaimsProviderSelections><ClaimsProviderSelection TargetClaimsExchangeId="Facebook" /><ClaimsProviderSelection TargetClaimsExchangeId="Other" /></ClaimsProviderSelections>',
        'ContentDefinitionReferenceId="api.select"'
      ) +
      exchange(2, 'Facebook Other') +
      send(3)
  })
  const answers = {
    ports: {
      PrepareAuthorization: () => ({ _tag: 'AuthorizationPrepared', url: 'https://idp.test/', memory: {} }) as const
    }
  }

  it('shows the button when the item is absent', () => {
    const { page: shown } = new Journey(plan, answers).start({ claims: { idps: [] } })
    expect(
      shown.kind === 'ClaimsProviderSelection' ? shown.choices.map((choice) => choice.exchange) : shown.kind
    ).toEqual(['Facebook', 'Other'])
  })

  it('hides it when the item is there, and the only other choice is made at once', () => {
    expect(new Journey(plan, answers).start({ claims: { idps: ['facebook.com'] } }).where).toBe('redirect Other')
  })
})

const parts = (attributes: string): Parts => ({
  claims: field('name'),
  content: content('api.select', '', 'providerselection:1.2.1'),
  profiles: page('Only', { output: 'name' }),
  steps:
    step(
      1,
      'ClaimsProviderSelection',
      `<ClaimsProviderSelections ${attributes}><ClaimsProviderSelection TargetClaimsExchangeId="Only" /></ClaimsProviderSelections>`,
      'ContentDefinitionReferenceId="api.select"'
    ) +
    exchange(2, 'Only') +
    send(3)
})

describe('example 73: a selection with one enabled choice', () => {
  it('makes it at once', () => {
    expect(new Journey(compile(parts(''))).start().where).toBe('page Only')
  })

  it('shows it with DisplayOption ShowSingleProvider', () => {
    const journey = new Journey(compile(parts('DisplayOption="ShowSingleProvider"'))).start()
    expect(journey.where).toBe('page ClaimsProviderSelection')
    expect(journey.act({ _tag: 'Selected', exchange: 'Only' }).where).toBe('page Only')
  })
})

describe('example 74: a person who gives up', () => {
  const plan = compile({
    claims: field('name'),
    profiles: page('Ask', { output: 'name' }),
    steps: exchange(1, 'Ask') + send(2)
  })

  it('ends the journey with access_denied', () => {
    expect(new Journey(plan).start().act({ _tag: 'Cancelled' }).error.relyingParty).toEqual({
      error: 'access_denied',
      error_description: `AADB2C90091: The user has cancelled entering self-asserted information.${trailer}`
    })
  })
})

describe('example 75: a resolver in the claims of the relying party', () => {
  it('wins over the bag', () => {
    const plan = compile({
      claims: claim('tenantId'),
      profiles: '',
      steps: send(1),
      output:
        '<OutputClaim ClaimTypeReferenceId="tenantId" PartnerClaimType="tid" DefaultValue="{Policy:TenantObjectId}" AlwaysUseDefaultValue="true" />'
    })
    expect(new Journey(plan).start({ claims: { tenantId: 'another' } }).token).toEqual({
      tid: '72f988bf-86f1-41af-91ab-2d7cd011db47'
    })
  })
})

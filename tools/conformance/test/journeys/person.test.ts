/** That the generic person gets through pages of all kinds, and stops where nobody can. */
import * as Effect from 'effect/Effect'
import { describe, expect, it } from 'vitest'
import { walk } from '../../src/journeys/walk.ts'
import { asking, claim, exchange, field, type Parts, planOf, profile, send } from './policies.ts'

const walked = async (parts: Parts) => (await Effect.runPromise(walk(planOf(parts), { again: planOf(parts) }))).paths

const onePage = (claims: string, names: string, more: Partial<Parts> = {}): Parts => ({
  claims,
  profiles: asking('Ask', names),
  steps: exchange(1, 'Ask') + send(2),
  ...more
})

const pattern = (expression: string) => `<Restriction><Pattern RegularExpression="${expression}" /></Restriction>`

const options = (...values: ReadonlyArray<string>) =>
  `<Restriction>${values.map((value) => `<Enumeration Text="${value}" Value="${value}" />`).join('')}</Restriction>`

const validated = (id: string, predicates: string): string =>
  `<Predicates>${predicates}</Predicates><PredicateValidations><PredicateValidation Id="${id}"><PredicateGroups><PredicateGroup Id="G"><PredicateReferences>${[
    ...predicates.matchAll(/<Predicate Id="(\w+)"/g)
  ]
    .map(([, name]) => `<PredicateReference Id="${name}" />`)
    .join('')}</PredicateReferences></PredicateGroup></PredicateGroups></PredicateValidation></PredicateValidations>`

const predicate = (id: string, method: string, parameters: Readonly<Record<string, string>>) =>
  `<Predicate Id="${id}" Method="${method}"><Parameters>${Object.entries(parameters)
    .map(([name, value]) => `<Parameter Id="${name}">${value}</Parameter>`)
    .join('')}</Parameters></Predicate>`

const reference = '<PredicateValidationReference Id="V" />'

const action = (id: string, ...profiles: ReadonlyArray<string>) =>
  `<Action Id="${id}"><ValidationClaimsExchange>${profiles.map((name) => `<ValidationClaimsExchangeTechnicalProfile TechnicalProfileReferenceId="${name}" />`).join('')}</ValidationClaimsExchange></Action>`
const inputs = (...pairs: ReadonlyArray<readonly [claim: string, partner: string]>) =>
  `<InputClaims>${pairs.map(([id, partner]) => `<InputClaim ClaimTypeReferenceId="${id}" PartnerClaimType="${partner}" />`).join('')}</InputClaims>`
const control = (id: string, address: string, code: string, made: string, verify: string) =>
  `<DisplayControl Id="${id}" UserInterfaceControlType="VerificationControl"><DisplayClaims><DisplayClaim ClaimTypeReferenceId="${address}" Required="true" /><DisplayClaim ClaimTypeReferenceId="${code}" ControlClaimType="VerificationCode" Required="true" /></DisplayClaims><OutputClaims><OutputClaim ClaimTypeReferenceId="${address}" /></OutputClaims><Actions>${action('SendCode', made)}${action('VerifyCode', verify)}</Actions></DisplayControl>`

describe('the generic person gets through a page with', () => {
  it.each<[what: string, parts: Parts]>([
    ['a text', onePage(field('a', 'TextBox'), 'a')],
    ['a number', onePage(field('a', 'TextBox', '', 'int'), 'a')],
    ['a pattern of its own', onePage(field('a', 'TextBox', pattern('^[A-Z]{3}-\\d{4}(?:/[xyz])?$')), 'a')],
    [
      'several patterns',
      onePage(
        field('a', 'TextBox', pattern('^[0-9]{9}$')) +
          field('b', 'TextBox', pattern('^(?:Mr|Mrs|Dr)\\.?$')) +
          field('c', 'TextBox', pattern('^\\S+ \\S+$')),
        'a b c'
      )
    ],
    ['an address', onePage(field('a', 'EmailBox'), 'a')],
    ['a date', onePage(field('a', 'DateTimeDropdown', '', 'date'), 'a')],
    [
      'a date between bounds',
      onePage(field('a', 'DateTimeDropdown', reference, 'date'), 'a', {
        predicates: validated('V', predicate('Range', 'IsDateRange', { Minimum: '2031-03-01', Maximum: '2031-03-31' }))
      })
    ],
    [
      'a date from today on',
      onePage(field('a', 'DateTimeDropdown', reference, 'date'), 'a', {
        predicates: validated('V', predicate('Range', 'IsDateRange', { Minimum: 'Today', Maximum: '2999-12-31' }))
      })
    ],
    [
      'a password that has rules, and is asked for twice',
      onePage(
        field('newPassword', 'Password', reference) + field('reenterPassword', 'Password'),
        'newPassword reenterPassword',
        {
          predicates: validated(
            'V',
            predicate('Length', 'IsLengthRange', { Minimum: '20', Maximum: '24' }) +
              predicate('Lower', 'IncludesCharacters', { CharacterSet: 'a-z' }) +
              predicate('Symbol', 'IncludesCharacters', { CharacterSet: '#$' })
          )
        }
      )
    ],
    [
      'a long list',
      onePage(
        field('a', 'DropdownSingleSelect', options(...Array.from({ length: 40 }, (_, index) => `o${index}`))),
        'a'
      )
    ],
    ['boxes to tick', onePage(field('consent', 'CheckboxMultiSelect', options('agreed', 'news')), 'consent')],
    [
      'a paragraph',
      onePage(field('info', 'Paragraph') + field('a', 'TextBox'), 'a', {
        profiles: asking('Ask', 'a').replace(
          '<OutputClaims>',
          '<OutputClaims><OutputClaim ClaimTypeReferenceId="info" DefaultValue="Hello" />'
        )
      })
    ],
    [
      'an address that is verified by a code, and a field after it that is wrong at first',
      onePage(field('email', 'EmailBox') + field('b', 'TextBox', pattern('^[A-Z]{2}[0-9]{2}$')), 'b', {
        profiles: asking('Ask', 'b').replace(
          '<OutputClaims>',
          '<OutputClaims><OutputClaim ClaimTypeReferenceId="email" PartnerClaimType="Verified.Email" Required="true" />'
        )
      })
    ]
  ])('%s', async (_, parts) => {
    expect(await walked(parts)).toMatchObject([{ end: 'token', reason: undefined }])
  })

  it('a choice: each option is taken once', async () => {
    const paths = await walked(onePage(field('a', 'RadioSingleSelect', options('x', 'y', 'z')), 'a'))
    expect(paths.map(({ choices, end }) => `${choices.join()} ${end}`)).toEqual([
      'a= x token',
      'a= y token',
      'a= z token'
    ])
  })

  it('a verification control, whose code was sent or made', async () => {
    const parts: Parts = {
      claims:
        field('email', 'EmailBox') +
        field('emailCode', 'TextBox') +
        field('phone', 'TextBox') +
        field('phoneCode', 'TextBox') +
        field('city', 'TextBox', pattern('^[A-Z][a-z]+ [0-9]$')) +
        claim('otp'),
      controls:
        control('Mail', 'email', 'emailCode', 'Make', 'Check') + control('Phone', 'phone', 'phoneCode', 'Sms', 'Prove'),
      profiles:
        profile(
          'Ask',
          'page',
          { ContentDefinitionReferenceId: 'api.page' },
          '<DisplayClaims><DisplayClaim DisplayControlReferenceId="Mail" /><DisplayClaim DisplayControlReferenceId="Phone" /><DisplayClaim ClaimTypeReferenceId="city" Required="true" /></DisplayClaims><OutputClaims><OutputClaim ClaimTypeReferenceId="email" /><OutputClaim ClaimTypeReferenceId="phone" /><OutputClaim ClaimTypeReferenceId="city" /></OutputClaims>'
        ) +
        profile(
          'Make',
          'otp',
          { Operation: 'GenerateCode' },
          `${inputs(['email', 'identifier'])}<OutputClaims><OutputClaim ClaimTypeReferenceId="otp" PartnerClaimType="otpGenerated" /></OutputClaims>`
        ) +
        profile(
          'Check',
          'otp',
          { Operation: 'VerifyCode' },
          inputs(['email', 'identifier'], ['emailCode', 'otpToVerify'])
        ) +
        profile('Sms', 'mfa', { Operation: 'OneWaySMS' }, inputs(['phone', 'phoneNumber'])) +
        profile(
          'Prove',
          'mfa',
          { Operation: 'Verify' },
          inputs(['phone', 'phoneNumber'], ['phoneCode', 'verificationCode'])
        ),
      steps: exchange(1, 'Ask') + send(2)
    }
    expect(await walked(parts)).toMatchObject([{ end: 'token' }])
  })

  it('a phone', async () => {
    const parts: Parts = {
      claims: claim('phone') + claim('verified'),
      profiles: profile(
        'Phone',
        'phone',
        { ContentDefinitionReferenceId: 'api.page', ManualPhoneNumberEntryAllowed: 'true' },
        '<InputClaims><InputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="UserId" /><InputClaim ClaimTypeReferenceId="phone" /></InputClaims><OutputClaims><OutputClaim ClaimTypeReferenceId="verified" PartnerClaimType="Verified.OfficePhone" /></OutputClaims>'
      ),
      steps: exchange(1, 'Phone') + send(2)
    }
    expect(await walked(parts)).toMatchObject([{ end: 'token' }])
  })
})

describe('the generic person stops', () => {
  it('where Trustframe does not do it yet: a CAPTCHA', async () => {
    const parts: Parts = {
      claims: field('solution', 'TextBox') + claim('challenge'),
      controls:
        '<DisplayControl Id="Captcha" UserInterfaceControlType="CaptchaControl"><DisplayClaims><DisplayClaim ClaimTypeReferenceId="solution" ControlClaimType="CaptchaEntered" /></DisplayClaims><Actions><Action Id="GetChallenge"><ValidationClaimsExchange><ValidationClaimsExchangeTechnicalProfile TechnicalProfileReferenceId="Get" /></ValidationClaimsExchange></Action></Actions></DisplayControl>',
      profiles:
        profile(
          'Ask',
          'page',
          { ContentDefinitionReferenceId: 'api.page' },
          '<DisplayClaims><DisplayClaim DisplayControlReferenceId="Captcha" /></DisplayClaims><OutputClaims><OutputClaim ClaimTypeReferenceId="solution" /></OutputClaims><ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="Get" /></ValidationTechnicalProfiles>'
        ) +
        profile(
          'Get',
          'captcha',
          { Operation: 'GetChallenge' },
          '<OutputClaims><OutputClaim ClaimTypeReferenceId="challenge" /></OutputClaims>'
        ),
      steps: exchange(1, 'Ask') + send(2)
    }
    const [path] = await walked(parts)
    expect(path).toMatchObject({ end: 'stopped', reason: 'later' })
    expect(path?.detail).toContain('technical profile "Get" uses "Web.TPEngine.Providers.CaptchaProvider"')
  })

  it.each<[what: string, parts: Parts]>([
    ['a field that nobody can fill', onePage(field('a', 'Readonly'), 'a')],
    ['a list without options', onePage(field('a', 'DropdownSingleSelect'), 'a')]
  ])('where nobody can go on: %s', async (_, parts) => {
    expect(await walked(parts)).toMatchObject([{ end: 'interaction', reason: 'outside' }])
  })

  it('soon, and after a number of paths that is bounded', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `field${index}`)
    const many = onePage(
      names.map((name) => field(name, 'RadioSingleSelect', options('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'))).join(''),
      names.join(' ')
    )
    const { paths, unwalked } = await Effect.runPromise(walk(planOf(many)))
    expect([paths.length, unwalked]).toEqual([60, 81])
    const few = await Effect.runPromise(walk(planOf(many), { mostMoves: 3 }))
    expect([few.paths.length, few.unwalked]).toEqual([3, 138])
  })
})

/** Codes: one-time passwords, text messages, authenticator apps, e-mail, the phone page, display controls. */
import type { Answer, Interaction } from '@trustframe/core/journey'
import { describe, expect, it } from 'vitest'
import { Journey, type World } from '../support/Journey.ts'
import {
  claim,
  compile,
  exchange,
  field,
  page,
  type Parts,
  preconditions,
  profile,
  type ProfileParts,
  send,
  skipIf,
  transformation
} from '../support/policy.ts'

const claims =
  field('email', 'EmailBox') +
  field('phone') +
  field('code') +
  claim('otp') +
  claim('secret') +
  claim('devices', '', 'int') +
  claim('verified') +
  claim('isNew', '', 'boolean') +
  claim('userId')

const bind = (item: 'InputClaim' | 'OutputClaim', pairs: string): string =>
  pairs
    .split(' ')
    .map((pair) => {
      const [id, partner] = pair.split('>')
      return `<${item} ClaimTypeReferenceId="${id}" PartnerClaimType="${partner}" />`
    })
    .join('')

const onPage = (call: string, ask: ProfileParts = {}): Parts => ({
  claims,
  profiles: page('Ask', { output: 'email phone code', validations: 'Call', ...ask }) + call,
  steps: exchange(1, 'Ask') + send(2)
})

/** Submits a page that one profile validates, and gives what the person reads. */
const read = (call: string, answer: Answer, ask: ProfileParts = {}) => {
  const world: World = {
    ports: {
      MakeCode: () => answer,
      SendCode: () => answer,
      VerifyCode: () => answer,
      CountDevices: () => answer,
      BeginTotp: () => answer,
      VerifyTotp: () => answer
    }
  }
  const journey = new Journey(compile(onPage(call, ask)), world)
  journey.start({ claims: { objectId: '42' } })
  return journey.submit({ email: 'ann@b.c', phone: '+12065550100', code: '123456' })
}

const codeCall = (operation: string, metadata: Readonly<Record<string, string>> = {}) =>
  profile('Call', {
    handler: 'otp',
    metadata: { Operation: operation, ...metadata },
    input: bind('InputClaim', 'email>identifier code>otpToVerify'),
    ...(operation === 'GenerateCode' ? { output: bind('OutputClaim', 'otp>otpGenerated') } : {})
  })

describe('OneTimePassword', () => {
  it('GenerateCode asks for a code by its metadata, and the code is a claim', () => {
    const journey = read(
      codeCall('GenerateCode', { CodeLength: '4', ReuseSameCode: 'true' }),
      { _tag: 'CodeMade', code: '1234' },
      {
        output: 'email phone code otp'
      }
    )
    expect(journey.requests).toEqual([
      {
        _tag: 'MakeCode',
        owner: { transaction: '6d3bb0ad-6a3c-4b9b-9d2b-7f6f8c3f2a11', identifier: 'ann@b.c' },
        rules: {
          expiresInSeconds: 600,
          length: 4,
          characterSet: '0-9',
          retryAttempts: 5,
          generationAttempts: 10,
          reuseSameCode: true
        }
      }
    ])
    expect(journey.claims['otp']).toBe('1234')
  })

  it('VerifyCode gives nothing when it is right', () => {
    expect(read(codeCall('VerifyCode'), { _tag: 'CodeRight' }).where).toBe('token')
  })

  // one-time-password-technical-profile: error messages.
  it.each<[operation: string, Answer, key: string, text: string]>([
    [
      'GenerateCode',
      { _tag: 'TooManyCodes' },
      'UserMessageIfMaxNumberOfCodeGenerated',
      'You have exceeded the number of code generation attempts allowed.'
    ],
    [
      'VerifyCode',
      { _tag: 'NoCode' },
      'UserMessageIfSessionDoesNotExist',
      'You have exceeded the maximum time allowed.'
    ],
    [
      'VerifyCode',
      { _tag: 'TooManyTries' },
      'UserMessageIfMaxRetryAttempted',
      'You have exceeded the number of retries allowed.'
    ],
    [
      'VerifyCode',
      { _tag: 'CodeWrong' },
      'UserMessageIfVerificationFailedRetryAllowed',
      'That code is incorrect. Please try again.'
    ],
    [
      'VerifyCode',
      { _tag: 'CodeConflict' },
      'UserMessageIfSessionConflict',
      'Cannot verify the code, please try again later.'
    ]
  ])('%s answered %j', (operation, answer, key, text) => {
    expect(read(codeCall(operation), answer).page.message).toMatchObject({ key, text })
  })

  it('speaks in the older words of a policy that has them', () => {
    const metadata = { 'UserMessage.InvalidCode': 'Wrong one' }
    expect(read(codeCall('VerifyCode', metadata), { _tag: 'CodeWrong' }).message).toBe('Wrong one')
  })
})

const mfaCall = (operation: string, input: string, more: ProfileParts = {}) =>
  profile('Call', { handler: 'mfa', metadata: { Operation: operation }, input: bind('InputClaim', input), ...more })

describe('AzureMfa', () => {
  it('OneWaySMS sends a code that the journey never sees', () => {
    const journey = read(mfaCall('OneWaySMS', 'phone>phoneNumber'), { _tag: 'Sent' })
    expect(journey.requests).toMatchObject([{ _tag: 'SendCode', channel: 'sms', to: '+12065550100' }])
    expect(journey.where).toBe('token')
  })

  it('GetAvailableDevices counts', () => {
    const devices = mfaCall('GetAvailableDevices', 'email>userPrincipalName', {
      output: bind('OutputClaim', 'devices>numberOfAvailableDevices')
    })
    const journey = read(devices, { _tag: 'DevicesCounted', count: 2 }, { output: 'email phone code devices' })
    expect(journey.claims['devices']).toBe(2)
  })

  it('BeginVerifyOTP and VerifyOTP belong to the journey', () => {
    expect(
      read(mfaCall('BeginVerifyOTP', 'objectId>objectId secret>secretKey'), { _tag: 'TotpBegun' }).requests
    ).toEqual([
      {
        _tag: 'BeginTotp',
        transaction: '6d3bb0ad-6a3c-4b9b-9d2b-7f6f8c3f2a11',
        objectId: '42',
        userPrincipalName: undefined,
        secretKey: undefined
      }
    ])
    expect(read(mfaCall('VerifyOTP', 'code>otpCode'), { _tag: 'CodeRight' }).where).toBe('token')
  })

  // multi-factor-auth-technical-profile: error messages.
  it.each<[operation: string, input: string, Answer, text: string]>([
    [
      'OneWaySMS',
      'phone>phoneNumber',
      { _tag: 'AddressRefused', detail: '' },
      'Cannot Send SMS to the phone, please try another phone number.'
    ],
    [
      'OneWaySMS',
      'phone>phoneNumber',
      { _tag: 'SendingThrottled' },
      'Your request has been throttled, please try again later.'
    ],
    [
      'OneWaySMS',
      'phone>phoneNumber',
      { _tag: 'SendingUnavailable', detail: '' },
      'Cannot use MFA service, please try again later.'
    ],
    [
      'OneWaySMS',
      'email>phoneNumber',
      { _tag: 'Sent' },
      'Your phone number is not in a valid format, please correct it and try again.'
    ],
    [
      'Verify',
      'phone>phoneNumber code>verificationCode',
      { _tag: 'CodeWrong' },
      'Wrong code entered, please try again.'
    ],
    [
      'Verify',
      'phone>phoneNumber code>verificationCode',
      { _tag: 'TooManyTries' },
      'Wrong code entered too many times, please try again later.'
    ],
    ['VerifyOTP', 'code>otpCode', { _tag: 'NotBegun' }, 'Cannot use MFA service, please try again later.']
  ])('%s by %s answered %j', (operation, input, answer, text) => {
    expect(read(mfaCall(operation, input), answer).message).toBe(text)
  })
})

describe('an authenticator app', () => {
  const call = (id: string, operation: string, input: string, more: ProfileParts = {}) =>
    profile(id, { handler: 'mfa', metadata: { Operation: operation }, input: bind('InputClaim', input), ...more })
  const noDevice = preconditions(skipIf('ClaimEquals', false, 'devices', '0'))
  const parts: Parts = {
    claims: claims + field('qr', 'Readonly'),
    controls:
      '<DisplayControl Id="Qr" UserInterfaceControlType="QrCodeControl"><InputClaims><InputClaim ClaimTypeReferenceId="qr" /></InputClaims><DisplayClaims><DisplayClaim ClaimTypeReferenceId="qr" ControlClaimType="QrCodeContent" /></DisplayClaims></DisplayControl>',
    transformations:
      transformation('MakeSecret', 'CreateOtpSecret', { output: 'secret:outputClaim' }) +
      transformation('MakeUri', 'FormatStringMultipleClaims', {
        input: 'userId:inputClaim1 secret:inputClaim2',
        output: 'qr:outputClaim',
        parameters: 'stringFormat:string:otpauth%3A//totp/Contoso%3A{0}?secret={1}'
      }).replaceAll('%3A', ':'),
    profiles:
      call('Count', 'GetAvailableDevices', 'userId>userPrincipalName', {
        output: bind('OutputClaim', 'devices>numberOfAvailableDevices')
      }) +
      page('Enrol', {
        before: 'MakeSecret MakeUri',
        display: '<DisplayClaim DisplayControlReferenceId="Qr" />',
        output: 'secret'
      }) +
      call('Begin', 'BeginVerifyOTP', 'objectId>objectId userId>userPrincipalName secret>secretKey') +
      page('Prove', { output: 'code', validations: 'Check' }) +
      call('Check', 'VerifyOTP', 'code>otpCode'),
    steps: exchange(1, 'Count') + exchange(2, 'Enrol', noDevice) + exchange(3, 'Begin') + exchange(4, 'Prove') + send(5)
  }
  const open = (count: number, right = '123456') =>
    new Journey(compile(parts), {
      ports: {
        CountDevices: () => ({ _tag: 'DevicesCounted', count }),
        BeginTotp: () => ({ _tag: 'TotpBegun' }),
        VerifyTotp: ({ code }) => ({ _tag: code === right ? 'CodeRight' : 'CodeWrong' })
      }
    }).start({ claims: { objectId: '42', userId: 'ann@b.c' } })

  it('is enrolled with a QR code where there is none yet, then proved by its code', () => {
    const journey = open(0)
    expect(journey.where).toBe('page Enrol')
    const { secret } = journey.claims
    if (typeof secret !== 'string') throw new Error('there is no secret')
    expect(secret).toMatch(/^[a-z2-7]{16}$/)
    expect(control(journey)).toMatchObject({
      type: 'QrCodeControl',
      fields: [
        {
          controlClaimType: 'QrCodeContent',
          value: `otpauth://totp/Contoso:ann@b.c?secret=${secret}`
        }
      ]
    })
    expect(journey.submit({}).where).toBe('page Prove')
    expect(journey.requests[1]).toMatchObject({ _tag: 'BeginTotp', userPrincipalName: 'ann@b.c' })
    expect(journey.requests[1]).toHaveProperty('secretKey', secret)
    expect(journey.submit({ code: '000000' }).message).toBe('Wrong code entered, please try again.')
    expect(journey.submit({ code: '123456' }).where).toBe('token')
  })

  it('is only proved where there is one', () => {
    const journey = open(1)
    expect(journey.where).toBe('page Prove')
    expect(journey.requests[1]).toMatchObject({ _tag: 'BeginTotp', secretKey: undefined })
    expect(journey.submit({ code: '123456' }).where).toBe('token')
  })
})

describe('AadSspr', () => {
  const sending = profile('Call', {
    handler: 'sspr',
    metadata: { Operation: 'SendCode' },
    input: bind('InputClaim', 'email>emailAddress')
  })
  const verify = profile('Call', {
    handler: 'sspr',
    metadata: { Operation: 'VerifyCode' },
    input: bind('InputClaim', 'email>emailAddress code>verificationCode')
  })

  it('sends codes by e-mail', () => {
    expect(read(sending, { _tag: 'Sent' }).requests).toMatchObject([
      { _tag: 'SendCode', channel: 'email', to: 'ann@b.c' }
    ])
  })

  // aad-sspr-technical-profile: error messages.
  it.each<[string, Answer, text: string]>([
    [
      sending,
      { _tag: 'SendingUnavailable', detail: '' },
      'The email service has encountered an internal error, please try again later.'
    ],
    [sending, { _tag: 'TooManyCodes' }, 'You have sent too many requests, please try again later.'],
    [verify, { _tag: 'NoCode' }, 'The code has expired.'],
    [verify, { _tag: 'CodeWrong' }, 'The verification has failed, please try again.'],
    [verify, { _tag: 'TooManyTries' }, 'You have exceeded maximum number of verification attempts.']
  ])('answered otherwise says so', (call, answer, text) => {
    expect(read(call, answer).message).toBe(text)
  })
})

const verification = (journey: Journey) => {
  const { page: shown } = journey
  const item = shown.kind === 'SelfAsserted' ? shown.form.items[0] : undefined
  return item?._tag === 'Field' ? item.verification : undefined
}

describe('Verified.Email', () => {
  const output = '<OutputClaim ClaimTypeReferenceId="email" PartnerClaimType="Verified.Email" Required="true" />'
  const parts = (metadata: Readonly<Record<string, string>> = {}): Parts => ({
    claims,
    profiles: page('Ask', { metadata, output }),
    steps: exchange(1, 'Ask') + send(2)
  })
  const open = (sent: Answer = { _tag: 'Sent' }, verified: Answer = { _tag: 'CodeRight' }, metadata = {}) =>
    new Journey(compile(parts(metadata)), { ports: { SendCode: () => sent, VerifyCode: () => verified } }).start()
  const request: Interaction = { _tag: 'EmailCodeRequested', claim: 'email', address: 'ann@b.c' }
  const enter: Interaction = { _tag: 'EmailCodeEntered', claim: 'email', address: 'ann@b.c', code: '123456' }

  it('needs a code before the page is accepted', () => {
    const journey = open().submit({ email: 'ann@b.c' })
    expect(journey.message).toBe('Claim not verified: email')
  })

  it('goes from needed to code sent to verified', () => {
    const journey = open()
    const states = [verification(journey), verification(journey.act(request)), verification(journey.act(enter))]
    expect(states).toEqual(['needed', 'codeSent', 'verified'])
    expect(journey.submit({ email: 'ann@b.c' }).claims).toEqual({ email: 'ann@b.c' })
  })

  it('verifies one address: another one is not verified', () => {
    const journey = open().act(request).act(enter).submit({ email: 'eve@b.c' })
    expect(journey.message).toBe('Claim not verified: email')
  })

  // localization-string-ids: verification of e-mail.
  it.each<[Answer, Answer, key: string]>([
    [{ _tag: 'TooManyCodes' }, { _tag: 'CodeRight' }, 'ver_fail_throttled'],
    [{ _tag: 'SendingUnavailable', detail: '' }, { _tag: 'CodeRight' }, 'ver_fail_server'],
    [{ _tag: 'Sent' }, { _tag: 'CodeWrong' }, 'ver_fail_retry'],
    [{ _tag: 'Sent' }, { _tag: 'TooManyTries' }, 'ver_fail_no_retry'],
    [{ _tag: 'Sent' }, { _tag: 'NoCode' }, 'ver_fail_code_expired']
  ])('sending answered %j, checking %j', (sent, verified, key) => {
    const journey = open(sent, verified).act(request)
    if (sent._tag === 'Sent') journey.act(enter)
    expect(journey.page.message?.key).toBe(key)
  })

  it('of an address that is only shown verifies that one, whatever the browser says', () => {
    const shown: Parts = {
      claims: field('email', 'Readonly'),
      profiles: page('Ask', { input: 'email', output }),
      steps: exchange(1, 'Ask') + send(2)
    }
    const ports: World['ports'] = { SendCode: () => ({ _tag: 'Sent' }), VerifyCode: () => ({ _tag: 'CodeRight' }) }
    const journey = new Journey(compile(shown), { ports }).start({ claims: { email: 'ann@b.c' } })
    const forged = { claim: 'email', address: 'eve@b.c' }
    journey.act({ _tag: 'EmailCodeRequested', ...forged }).act({ _tag: 'EmailCodeEntered', ...forged, code: '1' })
    expect(journey.requests).toMatchObject([{ to: 'ann@b.c' }, { owner: { identifier: 'ann@b.c' } }])
    expect(journey.submit({ email: 'eve@b.c' }).claims).toEqual({ email: 'ann@b.c' })
  })

  it('without the port for it ends the journey, which says so', () => {
    const journey = open({ _tag: 'PortMissing', port: 'Outbox' }).act(request)
    expect(journey.error).toMatchObject({ tag: 'PortMissing', technicalProfile: 'Ask' })
  })

  it('is dropped with EnforceEmailVerification false', () => {
    const journey = open(undefined, undefined, { EnforceEmailVerification: 'false' })
    expect(journey.submit({ email: 'ann@b.c' }).where).toBe('token')
  })
})

describe('PhoneFactor', () => {
  const output = bind('OutputClaim', 'verified>Verified.OfficePhone isNew>newPhoneNumberEntered')
  const parts = (metadata: Readonly<Record<string, string>> = {}): Parts => ({
    claims,
    profiles: profile('Phone', {
      handler: 'phone',
      metadata: { ContentDefinitionReferenceId: 'api.page', ...metadata },
      input: bind('InputClaim', 'userId>UserId phone>strongAuthenticationPhoneNumber'),
      output
    }),
    steps: exchange(1, 'Phone') + send(2)
  })
  const open = (
    metadata: Readonly<Record<string, string>>,
    phone: string | undefined,
    verdict: Answer = { _tag: 'CodeRight' }
  ) =>
    new Journey(compile(parts(metadata)), {
      ports: { SendCode: () => ({ _tag: 'Sent' }), CallPhone: () => ({ _tag: 'Sent' }), VerifyCode: () => verdict }
    }).start({ claims: { userId: '42@contoso', ...(phone === undefined ? {} : { phone }) } })
  const manual = { ManualPhoneNumberEntryAllowed: 'true' }

  it('shows known numbers masked, and proves one by a code', () => {
    const journey = open({}, '+1 206 555 0100')
    expect(journey.page).toMatchObject({ numbers: ['XXX-XXX-0100'], canEnterNumber: false, methods: ['sms', 'call'] })
    journey.act({ _tag: 'PhoneCodeRequested', phone: 0, method: 'sms' }).act({ _tag: 'PhoneCodeEntered', code: '1' })
    expect(journey.claims).toMatchObject({ verified: '+12065550100' })
    expect(journey.claims['isNew']).toBeUndefined()
  })

  it('takes a number that is typed where the policy allows it', () => {
    const journey = open(manual, undefined)
    journey.act({ _tag: 'PhoneCodeRequested', phone: '+12065550142', method: 'sms' })
    journey.act({ _tag: 'PhoneCodeEntered', code: '1' })
    expect(journey.claims).toMatchObject({ verified: '+12065550142', isNew: true })
  })

  it.each<[string, Readonly<Record<string, string>>, string | undefined, Interaction]>([
    ['one that is none', manual, undefined, { _tag: 'PhoneCodeRequested', phone: '555', method: 'sms' }],
    [
      'another than the known one',
      manual,
      '+12065550100',
      { _tag: 'PhoneCodeRequested', phone: '+12065550142', method: 'sms' }
    ],
    ['an index that is not there', {}, '+12065550100', { _tag: 'PhoneCodeRequested', phone: 7, method: 'sms' }]
  ])('refuses %s', (_, metadata, phone, event) => {
    const journey = open(metadata, phone).act(event)
    expect(journey.page.message?.key).toBe('invalid_number')
    expect(journey.asked).toEqual([])
  })

  it('is proved by a call alone', () => {
    const journey = open({}, '+12065550100').act({ _tag: 'PhoneCodeRequested', phone: 0, method: 'call' })
    expect(journey.asked).toEqual(['CallPhone'])
    expect(journey.where).toBe('token')
  })

  it('ends with AADB2C90145 where there is no number and none may be typed', () => {
    expect(open({}, undefined).error).toMatchObject({ tag: 'PhoneMissing', code: 'AADB2C90145' })
  })

  it('ends with AADB2C90151 after three wrong codes', () => {
    const journey = open({}, '+12065550100', { _tag: 'CodeWrong' }).act({
      _tag: 'PhoneCodeRequested',
      phone: 0,
      method: 'sms'
    })
    const wrong: Interaction = { _tag: 'PhoneCodeEntered', code: '0' }
    expect(journey.act(wrong).act(wrong).page.message?.key).toBe('error_449_custom')
    expect(journey.act(wrong).error).toMatchObject({ tag: 'RetriesExceeded', code: 'AADB2C90151' })
  })
})

const use = (action: string, values: Readonly<Record<string, string>>): Interaction => ({
  _tag: 'ControlUsed',
  control: 'Mail',
  action,
  values
})

const control = (journey: Journey) => {
  const { page: shown } = journey
  const item = shown.kind === 'SelfAsserted' ? shown.form.items[0] : undefined
  if (item?._tag !== 'Control') throw new Error('no control')
  return item
}

describe('a VerificationControl', () => {
  const controls = `<DisplayControl Id="Mail" UserInterfaceControlType="VerificationControl"><DisplayClaims><DisplayClaim ClaimTypeReferenceId="email" Required="true" /><DisplayClaim ClaimTypeReferenceId="code" ControlClaimType="VerificationCode" Required="true" /></DisplayClaims><OutputClaims><OutputClaim ClaimTypeReferenceId="email" /></OutputClaims><Actions><Action Id="SendCode"><ValidationClaimsExchange><ValidationClaimsExchangeTechnicalProfile TechnicalProfileReferenceId="Send" /></ValidationClaimsExchange></Action><Action Id="VerifyCode"><ValidationClaimsExchange><ValidationClaimsExchangeTechnicalProfile TechnicalProfileReferenceId="Verify" /></ValidationClaimsExchange></Action></Actions></DisplayControl>`
  const parts: Parts = {
    claims,
    controls,
    profiles:
      page('Ask', { display: '<DisplayClaim DisplayControlReferenceId="Mail" />', output: 'email' }) +
      profile('Send', {
        handler: 'sspr',
        metadata: { Operation: 'SendCode' },
        input: bind('InputClaim', 'email>emailAddress')
      }) +
      profile('Verify', {
        handler: 'sspr',
        metadata: { Operation: 'VerifyCode' },
        input: bind('InputClaim', 'email>emailAddress code>verificationCode')
      }),
    steps: exchange(1, 'Ask') + send(2)
  }
  const open = (verdict: Answer = { _tag: 'CodeRight' }) =>
    new Journey(compile(parts), { ports: { SendCode: () => ({ _tag: 'Sent' }), VerifyCode: () => verdict } }).start()
  const both = { email: 'ann@b.c', code: '123456' }

  it('goes from initial to code sent to verified, and only then its claims leave the page', () => {
    const journey = open()
    const states = [
      control(journey).state,
      control(journey.act(use('SendCode', { email: 'ann@b.c' }))).state,
      control(journey.act(use('VerifyCode', both))).state
    ]
    expect(states).toEqual(['initial', 'codeSent', 'verified'])
    expect(journey.submit({ email: 'ann@b.c' }).claims).toEqual({ email: 'ann@b.c' })
  })

  it('blocks the page until it is verified', () => {
    const journey = open()
      .act(use('SendCode', { email: 'ann@b.c' }))
      .submit(both)
    expect(journey.message).toBe('The claims for verification control have not been verified.')
  })

  it('does not vouch for another value than the one it verified', () => {
    const journey = open().act(use('SendCode', both)).act(use('VerifyCode', both)).submit({ email: 'eve@b.c' })
    expect(journey.message).toBe('The claims for verification control have not been verified.')
  })

  it('shows the message of a profile that refuses, beside the control', () => {
    const journey = open({ _tag: 'CodeWrong' }).act(use('SendCode', both)).act(use('VerifyCode', both))
    expect(control(journey).message?.text).toBe('The verification has failed, please try again.')
    expect(journey.page.message).toBeUndefined()
  })

  it('needs what is required before its profiles run', () => {
    const journey = open().act(use('SendCode', {}))
    expect(control(journey).message?.text).toBe('Missing required element: email')
    expect(journey.asked).toEqual([])
  })

  it('keeps no code at rest', () => {
    const journey = open().act(use('SendCode', both)).act(use('VerifyCode', both))
    expect(JSON.stringify(journey.state)).not.toContain('123456')
  })
})

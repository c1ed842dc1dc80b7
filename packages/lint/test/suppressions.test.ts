import { assert, describe, it } from '@effect/vitest'
import { locate } from '@trustframe/policy'
import { handler } from './support/base.ts'
import { check } from './support/checkText.ts'

const profile = (before: string, comment = ''): string => `${before}
<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    ${comment}
    <Item Key="EnforceEmailVerification">false</Item>
  </Metadata>
</TechnicalProfile>`

const codes = (given: string): ReadonlyArray<string> => check(given).map(({ code }) => code)

describe('suppressions', () => {
  it.each([
    ['without one, it is reported', profile(''), ['TF3610']],
    ['the next line', profile('', '<!-- trustframe-disable-next-line TF3610: invited by mail -->'), []],
    ['the name of the rule', profile('', '<!-- trustframe-disable-next-line unverified-email: invited -->'), []],
    ['case does not matter', profile('', '<!--trustframe-disable-next-line tf3610:invited-->'), []],
    ['the whole file', profile('<!-- trustframe-disable TF3610: all are invited -->'), []],
    [
      'several at once',
      profile('<!-- trustframe-disable TF3610, TF3602: a demonstration -->') +
        `<TechnicalProfile Id="REST"><DisplayName>REST</DisplayName>
          <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
          <Metadata>
            <Item Key="ServiceUrl">https://api.contoso.com</Item>
            <Item Key="AuthenticationType">None</Item>
            <Item Key="AllowInsecureAuthInProduction">true</Item>
            <Item Key="DefaultUserMessageIfRequestFailed">Try again.</Item>
          </Metadata>
        </TechnicalProfile>`,
      []
    ],
    ['not another line', profile('<!-- trustframe-disable-next-line TF3610: no -->'), ['TF3902', 'TF3610']],
    ['no reason', profile('', '<!-- trustframe-disable-next-line TF3610 -->'), ['TF3901']],
    ['an empty reason', profile('', '<!-- trustframe-disable-next-line TF3610: -->'), ['TF3901']],
    ['nothing to suppress', profile('', '<!-- trustframe-disable-next-line TF3602: no -->'), ['TF3902', 'TF3610']],
    ['an unknown code', profile('', '<!-- trustframe-disable-next-line TF9999: no -->'), ['TF3903', 'TF3610']],
    ['no code', profile('', '<!-- trustframe-disable-next-line: no -->'), ['TF3903', 'TF3610']],
    ['another comment', profile('', '<!-- trustframe-disabled TF3610: no -->'), ['TF3610']]
  ])('%s', (_, given, expected) => {
    assert.deepStrictEqual(codes(given), expected)
  })

  it('the next line is the whole start tag that follows', () => {
    const given = `<!-- trustframe-disable-next-line TF3116: an old key -->
      <TechnicalProfile Id="SelfAsserted-SignIn"><CryptographicKeys>
      <!-- trustframe-disable-next-line TF3116: an old key -->
      <Key
        Id="issuer_secret"
        StorageReferenceId="OldKey" /></CryptographicKeys></TechnicalProfile>`
    assert.deepStrictEqual(codes(given), ['TF3902'])
  })

  it('say what is wrong with them, and where', () => {
    const found = check(profile('', '<!-- trustframe-disable-next-line TF3601 unverified-mail: no -->')).map(
      ({ code, help, message, span }) => {
        const { end, start } = locate(span)
        return [code, message, help, end.column - start.column]
      }
    )
    assert.deepStrictEqual(found.slice(0, 2), [
      ['TF3902', '"TF3601" is suppressed, and is not found there', 'remove it from the comment', 6],
      ['TF3903', 'there is no diagnostic "unverified-mail"', 'did you mean "unverified-email"?', 15]
    ])
  })
})

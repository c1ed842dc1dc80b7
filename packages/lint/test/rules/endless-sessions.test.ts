import { endlessSessions } from '../../src/rules/endless-sessions.ts'
import { testRule } from '../support/testRule.ts'

testRule(endlessSessions, {
  'is reported': {
    given: `<TechnicalProfile Id="JwtIssuer">
  <Metadata>
    <Item Key="allow_infinite_rolling_refresh_token">«true»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['"JwtIssuer" lets refresh tokens be renewed for ever: a stolen one never ends']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="JwtIssuer">
  <Metadata>
    <Item Key="rolling_refresh_token_lifetime_secs">7776000</Item>
  </Metadata>
</TechnicalProfile>`
  }
})

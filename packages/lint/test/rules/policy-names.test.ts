import { policyNames } from '../../src/rules/policy-names.ts'
import { testRule } from '../support/testRule.ts'

testRule(policyNames, {
  'is reported': {
    given: `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="«B2C_1_SignIn»"
  PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1_SignIn">
  <BasePolicy>
    <TenantId>contoso.onmicrosoft.com</TenantId>
    <PolicyId>B2C_1A_Base</PolicyId>
  </BasePolicy>
</TrustFrameworkPolicy>`,
    finds: ['the ids of custom policies begin with B2C_1A_; this one is "B2C_1_SignIn"']
  },
  'is not reported': {
    given: `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_SignIn"
  PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_SignIn">
  <BasePolicy>
    <TenantId>contoso.onmicrosoft.com</TenantId>
    <PolicyId>B2C_1A_Base</PolicyId>
  </BasePolicy>
</TrustFrameworkPolicy>`
  }
})

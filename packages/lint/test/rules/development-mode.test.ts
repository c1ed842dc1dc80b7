import { developmentMode } from '../../src/rules/development-mode.ts'
import { testRule } from '../support/testRule.ts'

testRule(developmentMode, {
  'is reported': {
    given: `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Given"
  PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Given" DeploymentMode="«Development»">
  <BasePolicy>
    <TenantId>contoso.onmicrosoft.com</TenantId>
    <PolicyId>B2C_1A_Base</PolicyId>
  </BasePolicy>
</TrustFrameworkPolicy>`,
    finds: ['DeploymentMode is Development: it may record what users type, and allows calls without TLS']
  },
  'is not reported': {
    given: `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Given"
  PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Given" DeploymentMode="Production">
  <BasePolicy>
    <TenantId>contoso.onmicrosoft.com</TenantId>
    <PolicyId>B2C_1A_Base</PolicyId>
  </BasePolicy>
</TrustFrameworkPolicy>`
  }
})

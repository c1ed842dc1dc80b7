import { formatDiagnostic, parsePolicy, positionOf, resolvePolicies } from '@trustframe/policy'

const settings = {
  environment: 'Test',
  tenant: 'contoso.onmicrosoft.com',
  values: { ApiUrl: 'https://api.contoso.com' }
}

const base = parsePolicy({
  path: 'Base.xml',
  settings,
  text: `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="{Settings:Tenant}" PolicyId="B2C_1A_Base"
  PublicPolicyUri="http://{Settings:Tenant}/B2C_1A_Base">
  <ClaimsProviders>
    <ClaimsProvider>
      <TechnicalProfiles>
        <TechnicalProfile Id="RestApi-GetProfile">
          <DisplayName>Get the profile</DisplayName>
          <Metadata>
            <Item Key="ServiceUrl">{Settings:ApiUrl}/profile</Item>
            <Item Key="SendClaimsIn">Body</Item>
          </Metadata>
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
  </ClaimsProviders>
</TrustFrameworkPolicy>`
})

const extensions = parsePolicy({
  path: 'Extensions.xml',
  settings,
  text: `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="{Settings:Tenant}" PolicyId="B2C_1A_Extensions"
  PublicPolicyUri="http://{Settings:Tenant}/B2C_1A_Extensions">
  <BasePolicy>
    <TenantId>{Settings:Tenant}</TenantId>
    <PolicyId>B2C_1A_Base</PolicyId>
  </BasePolicy>
  <ClaimsProviders>
    <ClaimsProvider>
      <TechnicalProfiles>
        <TechnicalProfile Id="RestApi-GetProfile">
          <Metadata>
            <Item Key="SendClaimsIn">Url</Item>
          </Metadata>
          <InputClaim ClaimTypeReferenceId="objectId" />
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
  </ClaimsProviders>
</TrustFrameworkPolicy>`
})

for (const file of [base, extensions]) {
  for (const diagnostic of file.diagnostics) console.log(formatDiagnostic(diagnostic))
}

const { policy } = resolvePolicies([base, extensions]).effective('B2C_1A_Extensions')
for (const { key, value } of policy?.technicalProfiles.get('restapi-getprofile')?.metadata ?? []) {
  const { file, line, column } = positionOf(value.span)
  console.log(`${key.value} = ${value.value} (${file}:${line}:${column})`)
}

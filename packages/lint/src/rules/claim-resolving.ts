/** Claims resolvers in default values need to be switched on. */
import { compileText } from '@trustframe/claims'
import type { TechnicalProfile, Text } from '@trustframe/policy'
import { metadataContract } from '../metadataContract.ts'
import { saysTrue, valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

const key = 'IncludeClaimResolvingInClaimsHandling'

const resolved = ({ inputClaims, outputClaims }: TechnicalProfile): ReadonlyArray<Text> =>
  [...inputClaims, ...outputClaims].flatMap(({ defaultValue }) =>
    defaultValue !== undefined && defaultValue.value.includes('{') && compileText(defaultValue.value).dynamic
      ? [defaultValue]
      : []
  )

export const claimResolving: Rule = {
  code: 'TF3113',
  name: 'claim-resolving',
  title: 'claims resolver that is not switched on',
  severity: 'warning',
  origin: 'b2c-fails',
  checkProfile: ({ contract, profile }, report) => {
    // Telemetry and relying parties resolve without the switch (execution.md section 8).
    if (contract === undefined || contract.kind === 'telemetry' || contract.kind === 'relyingParty') return
    if (metadataContract(contract, key) === undefined || saysTrue(valueOf(profile, key))) return
    for (const { span, value } of resolved(profile)) {
      report(span, {
        message: `"${value}" stays as it is: technical profile "${profile.id.value}" does not resolve claims`,
        help: `add <Item Key="${key}">true</Item> to its Metadata`
      })
    }
  }
}

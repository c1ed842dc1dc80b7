/** Claim types that metadata names should be declared. */
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const metadataClaims: Rule = {
  code: 'TF3004',
  name: 'metadata-claims',
  title: 'metadata names a claim type that is not declared',
  severity: 'advice',
  origin: 'b2c-fails',
  alsoReportedAs: ['TF2012'],
  check: unresolved('claim type', 'declare it in ClaimsSchema, or remove the item', 'metadataClaimType')
}

/** Reads the typed model of an effective policy. */
import type { Policy } from '../model/Policy.ts'
import type { Text } from '../model/Text.ts'
import { childOf, childrenOf, type XmlElement } from '../syntax/XmlElement.ts'
import {
  readClaimsTransformation,
  readContentDefinition,
  readDisplayControl,
  readInputValidation,
  readLocalization,
  readPredicate,
  readPredicateValidation
} from './readBuildingBlocks.ts'
import { readClaimType } from './readClaimType.ts'
import { readRelyingParty } from './readRelyingParty.ts'
import { readDomain, readTechnicalProfile } from './readTechnicalProfile.ts'
import { attribute, byId, list, node, requiredAttribute } from './texts.ts'
import { readSubJourney, readUserJourney } from './readUserJourney.ts'

/** The model of a merged policy; `included` gives a technical profile after what it includes. */
export const readPolicy = (root: XmlElement, included: (profile: XmlElement) => XmlElement): Policy => {
  const blocks = childOf(root, 'BuildingBlocks')
  const block = <A>(group: string, item: string, read: (element: XmlElement) => A): ReadonlyArray<A> =>
    blocks === undefined ? [] : list(blocks, group, item, read)
  const localization = blocks === undefined ? undefined : childOf(blocks, 'Localization')
  const relyingParty = childOf(root, 'RelyingParty')
  return {
    ...node(root),
    policyId: requiredAttribute(root, 'PolicyId'),
    tenantId: attribute(root, 'TenantId'),
    tenantObjectId: attribute(root, 'TenantObjectId'),
    deploymentMode: attribute(root, 'DeploymentMode'),
    claimTypes: byId(block('ClaimsSchema', 'ClaimType', readClaimType)),
    predicates: byId(block('Predicates', 'Predicate', readPredicate)),
    predicateValidations: byId([
      ...block('PredicateValidations', 'PredicateValidation', readPredicateValidation),
      ...block('InputValidations', 'InputValidation', readInputValidation)
    ]),
    claimsTransformations: byId(block('ClaimsTransformations', 'ClaimsTransformation', readClaimsTransformation)),
    contentDefinitions: byId(block('ContentDefinitions', 'ContentDefinition', readContentDefinition)),
    localization: localization === undefined ? undefined : readLocalization(localization),
    displayControls: byId(block('DisplayControls', 'DisplayControl', readDisplayControl)),
    technicalProfiles: byId(
      technicalProfilesOf(root).map(({ profile, domain }) => readTechnicalProfile(included(profile), domain))
    ),
    userJourneys: byId(list(root, 'UserJourneys', 'UserJourney', readUserJourney)),
    subJourneys: byId(list(root, 'SubJourneys', 'SubJourney', readSubJourney)),
    relyingParty: relyingParty === undefined ? undefined : readRelyingParty(relyingParty, included)
  }
}

/** The technical profiles of all claims providers, each with the domain of its provider. */
export const technicalProfilesOf = (
  root: XmlElement
): ReadonlyArray<{ readonly profile: XmlElement; readonly domain: Text | undefined }> =>
  childrenOf(root, 'ClaimsProviders')
    .flatMap((providers) => childrenOf(providers, 'ClaimsProvider'))
    .flatMap((provider) => {
      const domain = readDomain(provider)
      return list(provider, 'TechnicalProfiles', 'TechnicalProfile', (profile) => ({ profile, domain }))
    })

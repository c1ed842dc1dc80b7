/** Reads the typed model of an effective policy. */
import type { Policy } from '../model/Policy.ts'
import type { TechnicalProfile } from '../model/TechnicalProfile.ts'
import type { Text } from '../model/Text.ts'
import { remember } from '../remember.ts'
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

// What a policy inherits as it is has been read for another policy already.
const claimType = remember(readClaimType)
const predicate = remember(readPredicate)
const predicateValidation = remember(readPredicateValidation)
const inputValidation = remember(readInputValidation)
const claimsTransformation = remember(readClaimsTransformation)
const contentDefinition = remember(readContentDefinition)
const displayControl = remember(readDisplayControl)
const localizationOf = remember(readLocalization)
const userJourney = remember(readUserJourney)
const subJourney = remember(readSubJourney)

const domainOf = remember(readDomain)

const profiles = new WeakMap<XmlElement, TechnicalProfile>()

/** Likewise; in another claims provider, the same profile may have another domain. */
const technicalProfile = (element: XmlElement, domain: Text | undefined): TechnicalProfile => {
  const known = profiles.get(element)
  if (known !== undefined && (known.domain === domain || childOf(element, 'Domain') !== undefined)) return known
  const read = readTechnicalProfile(element, domain)
  profiles.set(element, read)
  return read
}

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
    claimTypes: byId(block('ClaimsSchema', 'ClaimType', claimType)),
    predicates: byId(block('Predicates', 'Predicate', predicate)),
    predicateValidations: byId([
      ...block('PredicateValidations', 'PredicateValidation', predicateValidation),
      ...block('InputValidations', 'InputValidation', inputValidation)
    ]),
    claimsTransformations: byId(block('ClaimsTransformations', 'ClaimsTransformation', claimsTransformation)),
    contentDefinitions: byId(block('ContentDefinitions', 'ContentDefinition', contentDefinition)),
    localization: localization === undefined ? undefined : localizationOf(localization),
    displayControls: byId(block('DisplayControls', 'DisplayControl', displayControl)),
    technicalProfiles: byId(
      technicalProfilesOf(root).map(({ profile, domain }) => technicalProfile(included(profile), domain))
    ),
    userJourneys: byId(list(root, 'UserJourneys', 'UserJourney', userJourney)),
    subJourneys: byId(list(root, 'SubJourneys', 'SubJourney', subJourney)),
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
      const domain = domainOf(provider)
      return list(provider, 'TechnicalProfiles', 'TechnicalProfile', (profile) => ({ profile, domain }))
    })

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
import { attribute, byId, children, list, node, requiredAttribute } from './texts.ts'
import { readSubJourney, readUserJourney } from './readUserJourney.ts'

/** A group of things by their ids, such as all claim types; one that several policies inherit as it is is read once. */
const groupOf = <A extends { readonly id: Text }>(name: string, read: (element: XmlElement) => A) => {
  const item = remember(read)
  return remember((group: XmlElement): ReadonlyMap<string, A> => byId(children(group, name, item)))
}

const claimTypes = groupOf('ClaimType', readClaimType)
const predicates = groupOf('Predicate', readPredicate)
const predicateValidations = groupOf('PredicateValidation', readPredicateValidation)
const inputValidations = groupOf('InputValidation', readInputValidation)
const claimsTransformations = groupOf('ClaimsTransformation', readClaimsTransformation)
const contentDefinitions = groupOf('ContentDefinition', readContentDefinition)
const displayControls = groupOf('DisplayControl', readDisplayControl)
const localizationOf = remember(readLocalization)
const userJourneys = groupOf('UserJourney', readUserJourney)
const subJourneys = groupOf('SubJourney', readSubJourney)

/** All things of some groups; where an id is repeated, the first one counts. */
const united = <A extends { readonly id: Text }>(
  groups: ReadonlyArray<ReadonlyMap<string, A>>
): ReadonlyMap<string, A> => {
  const [only, ...others] = groups
  return only !== undefined && others.length === 0 ? only : byId(groups.flatMap((group) => [...group.values()]))
}

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
  const block = <A>(name: string, read: (group: XmlElement) => A): ReadonlyArray<A> =>
    blocks === undefined ? [] : children(blocks, name, read)
  const localization = blocks === undefined ? undefined : childOf(blocks, 'Localization')
  const relyingParty = childOf(root, 'RelyingParty')
  return {
    ...node(root),
    policyId: requiredAttribute(root, 'PolicyId'),
    tenantId: attribute(root, 'TenantId'),
    tenantObjectId: attribute(root, 'TenantObjectId'),
    deploymentMode: attribute(root, 'DeploymentMode'),
    claimTypes: united(block('ClaimsSchema', claimTypes)),
    predicates: united(block('Predicates', predicates)),
    predicateValidations: united([
      ...block('PredicateValidations', predicateValidations),
      ...block('InputValidations', inputValidations)
    ]),
    claimsTransformations: united(block('ClaimsTransformations', claimsTransformations)),
    contentDefinitions: united(block('ContentDefinitions', contentDefinitions)),
    localization: localization === undefined ? undefined : localizationOf(localization),
    displayControls: united(block('DisplayControls', displayControls)),
    technicalProfiles: byId(
      technicalProfilesOf(root).map(({ profile, domain }) => technicalProfile(included(profile), domain))
    ),
    userJourneys: united(children(root, 'UserJourneys', userJourneys)),
    subJourneys: united(children(root, 'SubJourneys', subJourneys)),
    relyingParty: relyingParty === undefined ? undefined : readRelyingParty(relyingParty, included)
  }
}

interface Provided {
  readonly profile: XmlElement
  readonly domain: Text | undefined
}

const profilesIn = remember((provider: XmlElement): ReadonlyArray<Provided> => {
  const domain = readDomain(provider)
  return list(provider, 'TechnicalProfiles', 'TechnicalProfile', (profile) => ({ profile, domain }))
})

/** The technical profiles of all claims providers, each with the domain of its provider. */
export const technicalProfilesOf = (root: XmlElement): ReadonlyArray<Provided> =>
  childrenOf(root, 'ClaimsProviders')
    .flatMap((providers) => childrenOf(providers, 'ClaimsProvider'))
    .flatMap(profilesIn)

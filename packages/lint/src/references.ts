/** Collects everything in a policy that refers to something else by its id. */
import { contractOf, type MetadataType } from '@trustframe/plan/handlers'
import {
  childrenOf,
  type ClaimReference,
  type ClaimsTransformation,
  type ClaimType,
  type ContentDefinition,
  type DisplayControl,
  keyOf,
  type Localization,
  type OrchestrationStep,
  type Policy,
  type Precondition,
  type PredicateValidation,
  type RelyingParty,
  remember,
  type SubJourney,
  type TechnicalProfile,
  type Text,
  type UserJourney
} from '@trustframe/policy'
import type { CheckedPolicy } from './CheckedPolicy.ts'
import { metadataContract } from './metadataContract.ts'

/** What a reference is to. */
export type ReferenceKind =
  | 'claimType'
  | 'technicalProfile'
  | 'claimsTransformation'
  | 'contentDefinition'
  | 'displayControl'
  | 'userJourney'
  | 'subJourney'
  | 'predicate'
  | 'predicateValidation'
  | 'localizedResources'
  | 'clientDefinition'
  /** A claim type that metadata names. */
  | 'metadataClaimType'
  /** What a localized text is for. */
  | 'localizedClaimType'
  | 'localizedPredicate'
  | 'localizedPredicateValidation'
  | 'localizedDisplayControl'

/** A reference by an id. */
export interface Reference {
  readonly kind: ReferenceKind
  /** The id as it is written. */
  readonly text: Text
  readonly key: string
  /** What refers, such as `technical profile "AAD-Common"`. */
  readonly from: () => string
}

/** A reference and what it found. */
export interface PolicyReference extends Reference {
  /** The id of what was found, as it is written there. */
  readonly target: Text | undefined
}

type Definitions = ReadonlyMap<string, { readonly id: Text }>

/** The things that references of a kind may find. */
export const definitionsOf = (policy: Policy, kind: ReferenceKind): Definitions => {
  switch (kind) {
    case 'claimType':
    case 'localizedClaimType':
    case 'metadataClaimType':
      return policy.claimTypes
    case 'technicalProfile':
      return policy.technicalProfiles
    case 'claimsTransformation':
      return policy.claimsTransformations
    case 'contentDefinition':
      return policy.contentDefinitions
    case 'displayControl':
    case 'localizedDisplayControl':
      return policy.displayControls
    case 'userJourney':
      return policy.userJourneys
    case 'subJourney':
      return policy.subJourneys
    case 'predicate':
    case 'localizedPredicate':
      return policy.predicates
    case 'predicateValidation':
    case 'localizedPredicateValidation':
      return policy.predicateValidations
    case 'localizedResources':
      return new Map(policy.localization?.resources.map((resources) => [keyOf(resources.id.value), resources]))
    case 'clientDefinition':
      return clientDefinitions(policy)
  }
}

const clientDefinitions = ({ element }: Policy): Definitions =>
  new Map(
    childrenOf(element, 'BuildingBlocks')
      .flatMap((blocks) => childrenOf(blocks, 'ClientDefinitions'))
      .flatMap((group) => childrenOf(group, 'ClientDefinition'))
      .flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'Id'))
      .map(({ value, valueSpan }) => [keyOf(value.trim()), { id: { value: value.trim(), span: valueSpan } }])
  )

/** The ids that references of a kind may name, as they are written. */
export const idsOf = (policy: Policy, kind: ReferenceKind): ReadonlyArray<string> =>
  [...definitionsOf(policy, kind).values()].map(({ id }) => id.value)

/** The definitions of a policy, by the kinds of references to them; looked up when they are asked for first. */
const definitionsIn = (policy: Policy) => {
  const known = new Map<ReferenceKind, Definitions>()
  return (kind: ReferenceKind): Definitions => {
    const before = known.get(kind)
    if (before !== undefined) return before
    const definitions = definitionsOf(policy, kind)
    known.set(kind, definitions)
    return definitions
  }
}

/** The references of a policy that find nothing, or something that is written in another case; in no particular order. */
export const looseReferencesOf = ({ policy, profiles }: CheckedPolicy): ReadonlyArray<PolicyReference> => {
  const loose: Array<PolicyReference> = []
  const definitionsOfKind = definitionsIn(policy)
  const targetOf = ({ key, kind }: Reference): Text | undefined => definitionsOfKind(kind).get(key)?.id
  const resolve = (references: ReadonlyArray<Reference>): void => {
    for (const reference of references) {
      const target = targetOf(reference)
      if (target?.value !== reference.text.value) loose.push({ ...reference, target })
    }
  }
  for (const claimType of policy.claimTypes.values()) resolve(ofClaimType(claimType))
  for (const validation of policy.predicateValidations.values()) resolve(ofPredicateValidation(validation))
  for (const transformation of policy.claimsTransformations.values()) resolve(ofClaimsTransformation(transformation))
  for (const definition of policy.contentDefinitions.values()) resolve(ofContentDefinition(definition))
  for (const control of policy.displayControls.values()) resolve(ofDisplayControl(control))
  for (const { contract, profile } of profiles) {
    resolve(contract?.kind === 'relyingParty' ? ofPolicyProfile(profile) : ofTechnicalProfile(profile))
  }
  for (const journey of policy.userJourneys.values()) resolve(ofUserJourney(journey))
  for (const journey of policy.subJourneys.values()) resolve(ofSubJourney(journey))
  if (policy.relyingParty !== undefined) resolve(ofRelyingParty(policy.relyingParty))
  for (const alike of policy.localization === undefined ? [] : alikeIn(policy.localization)) {
    const [first] = alike
    if (targetOf(first)?.value !== first.text.value) resolve(alike)
  }
  return loose
}

/** All that localized texts are for, with what they find. */
export const localizedReferencesOf = ({ policy }: CheckedPolicy): ReadonlyArray<PolicyReference> => {
  const definitionsOfKind = definitionsIn(policy)
  return (policy.localization === undefined ? [] : alikeIn(policy.localization)).flatMap((alike) => {
    const [{ key, kind }] = alike
    const target = definitionsOfKind(kind).get(key)?.id
    return alike.map((reference) => ({ ...reference, target }))
  })
}

/** What uses a technical profile. */
export const referencesTo = (
  { policy, profiles }: CheckedPolicy,
  profile: TechnicalProfile
): ReadonlyArray<Reference> => {
  const key = keyOf(profile.id.value)
  return [
    ...profiles.flatMap((other) => ofTechnicalProfile(other.profile)),
    ...[...policy.displayControls.values()].flatMap(ofDisplayControl),
    ...[...policy.userJourneys.values()].flatMap(ofUserJourney),
    ...[...policy.subJourneys.values()].flatMap(ofSubJourney)
  ].filter((reference) => reference.kind === 'technicalProfile' && reference.key === key)
}

/** The references of a part of a policy, collected once however many policies inherit it. */
const referencesOf = <Part extends object>(collect: (add: Add, part: Part) => void) =>
  remember((part: Part): ReadonlyArray<Reference> => {
    const found: Array<Reference> = []
    collect((kind, text, from) => {
      if (text !== undefined) found.push({ kind, text, key: keyOf(text.value), from })
    }, part)
    return found.length === 0 ? none : found
  })

const none: ReadonlyArray<never> = []

type Add = (kind: ReferenceKind, text: Text | undefined, from: () => string) => void

const addClaims = (add: Add, claims: ReadonlyArray<ClaimReference>, from: () => string): void => {
  for (const claim of claims) add('claimType', claim.claimTypeReferenceId, from)
}

const addPreconditions = (add: Add, preconditions: ReadonlyArray<Precondition>, from: () => string): void => {
  for (const { type, values } of preconditions) {
    // The second value of ClaimEquals is a text.
    const claims = keyOf(type.value) === 'claimequals' ? values.slice(0, 1) : values
    for (const claim of claims) add('claimType', claim, from)
  }
}

const ofClaimType = referencesOf((add, claimType: ClaimType) => {
  const from = () => `claim type "${claimType.id.value}"`
  add('predicateValidation', claimType.predicateValidationReference, from)
  add('predicateValidation', claimType.inputValidationReference, from)
})

const ofPredicateValidation = referencesOf((add, validation: PredicateValidation) => {
  const from = () => `predicate validation "${validation.id.value}"`
  for (const { references } of validation.groups) {
    for (const { predicateIds } of references) for (const id of predicateIds) add('predicate', id, from)
  }
})

const ofClaimsTransformation = referencesOf((add, transformation: ClaimsTransformation) => {
  const from = () => `claims transformation "${transformation.id.value}"`
  for (const claim of transformation.inputClaims) add('claimType', claim.claimTypeReferenceId, from)
  for (const claim of transformation.outputClaims) add('claimType', claim.claimTypeReferenceId, from)
})

const ofContentDefinition = referencesOf((add, definition: ContentDefinition) => {
  const from = () => `content definition "${definition.id.value}"`
  for (const reference of definition.localizedResourcesReferences) {
    add('localizedResources', reference.localizedResourcesReferenceId, from)
  }
})

const ofDisplayControl = referencesOf((add, control: DisplayControl) => {
  const from = () => `display control "${control.id.value}"`
  addClaims(add, control.inputClaims, from)
  addClaims(add, control.outputClaims, from)
  for (const claim of control.displayClaims) {
    add('claimType', claim.claimTypeReferenceId, from)
    add('displayControl', claim.displayControlReferenceId, from)
  }
  for (const { validationProfiles } of control.actions) {
    for (const { preconditions, referenceId } of validationProfiles) {
      add('technicalProfile', referenceId, from)
      addPreconditions(add, preconditions, from)
    }
  }
})

const kindOfMetadata: Readonly<Partial<Record<MetadataType['_tag'], ReferenceKind>>> = {
  Claim: 'metadataClaimType',
  ContentDefinition: 'contentDefinition',
  UserJourney: 'userJourney'
}

const addTechnicalProfile = (add: Add, profile: TechnicalProfile, from: () => string): void => {
  addClaims(add, profile.inputClaims, from)
  addClaims(add, profile.persistedClaims, from)
  addClaims(add, profile.outputClaims, from)
  for (const claim of profile.displayClaims) {
    add('claimType', claim.claimTypeReferenceId, from)
    add('displayControl', claim.displayControlReferenceId, from)
  }
  for (const { referenceId } of profile.inputClaimsTransformations) add('claimsTransformation', referenceId, from)
  for (const { referenceId } of profile.outputClaimsTransformations) add('claimsTransformation', referenceId, from)
  for (const { preconditions, referenceId } of profile.validationTechnicalProfiles) {
    add('technicalProfile', referenceId, from)
    addPreconditions(add, preconditions, from)
  }
  add('technicalProfile', profile.useTechnicalProfileForSessionManagement?.referenceId, from)
  const contract = contractOf(profile)
  if (contract === undefined) return
  for (const { key, value } of profile.metadata) {
    const kind = kindOfMetadata[metadataContract(contract, key.value)?.type._tag ?? 'Text']
    if (kind !== undefined && value.value !== '' && !value.value.includes('{')) add(kind, value, from)
  }
}

const ofTechnicalProfile = referencesOf((add, profile: TechnicalProfile) =>
  addTechnicalProfile(add, profile, () => `technical profile "${profile.id.value}"`)
)

const ofPolicyProfile = referencesOf((add, profile: TechnicalProfile) =>
  addTechnicalProfile(add, profile, () => "the relying party's technical profile")
)

const addSteps = (add: Add, steps: ReadonlyArray<OrchestrationStep>, journey: () => string): void => {
  for (const step of steps) {
    const from = () => `step ${step.order} of ${journey()}`
    add('contentDefinition', step.contentDefinitionReferenceId, from)
    add('technicalProfile', step.cpimIssuerTechnicalProfileReferenceId, from)
    addPreconditions(add, step.preconditions, from)
    for (const { technicalProfileReferenceId } of step.claimsExchanges) {
      add('technicalProfile', technicalProfileReferenceId, from)
    }
    for (const candidate of step.journeyList) add('subJourney', candidate, from)
  }
}

const ofUserJourney = referencesOf((add, journey: UserJourney) => {
  const from = () => `user journey "${journey.id.value}"`
  add('technicalProfile', journey.defaultCpimIssuerTechnicalProfileReferenceId, from)
  add('clientDefinition', journey.clientDefinition?.referenceId, from)
  for (const { referenceId } of journey.authorizationTechnicalProfiles) add('technicalProfile', referenceId, from)
  addSteps(add, journey.orchestrationSteps, from)
})

const ofSubJourney = referencesOf((add, journey: SubJourney) =>
  addSteps(add, journey.orchestrationSteps, () => `sub journey "${journey.id.value}"`)
)

const ofRelyingParty = referencesOf((add, { defaultUserJourney, endpoints }: RelyingParty) => {
  add('userJourney', defaultUserJourney?.referenceId, () => 'the relying party')
  for (const { id, userJourneyReferenceId } of endpoints) {
    add('userJourney', userJourneyReferenceId, () => `endpoint "${id.value}"`)
  }
})

const kindOfLocalized: Readonly<Record<string, ReferenceKind>> = {
  claimtype: 'localizedClaimType',
  predicate: 'localizedPredicate',
  displaycontrol: 'localizedDisplayControl'
}

const ofLocalization = referencesOf((add, { resources }: Localization) => {
  for (const { collections, id, strings } of resources) {
    const from = () => `localized resources "${id.value}"`
    for (const { elementId, elementType } of strings) {
      const kind = kindOfLocalized[keyOf(elementType.value)]
      if (kind !== undefined) add(kind, elementId, from)
    }
    for (const { elementId, elementType } of collections) {
      if (keyOf(elementType.value) === 'claimtype') add('localizedClaimType', elementId, from)
    }
  }
})

type Alike = readonly [Reference, ...Array<Reference>]

/** The references of a localization, those together that are written alike: each language has a text for the same things. */
const alikeIn = remember((localization: Localization): ReadonlyArray<Alike> => {
  const groups = new Map<string, [Reference, ...Array<Reference>]>()
  for (const reference of ofLocalization(localization)) {
    const name = `${reference.kind} ${reference.text.value}`
    const alike = groups.get(name)
    if (alike === undefined) groups.set(name, [reference])
    else alike.push(reference)
  }
  return [...groups.values()]
})

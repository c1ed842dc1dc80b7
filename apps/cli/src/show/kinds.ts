/** What `trustframe show` can show, by the words that name it. */
import type { ById, Policy, PolicyNode, Text } from '@trustframe/policy'

type Identified = PolicyNode & { readonly id: Text }

/** Kind to where things of it are. */
const kinds = {
  ClaimType: (policy) => policy.claimTypes,
  Predicate: (policy) => policy.predicates,
  PredicateValidation: (policy) => policy.predicateValidations,
  ClaimsTransformation: (policy) => policy.claimsTransformations,
  ContentDefinition: (policy) => policy.contentDefinitions,
  DisplayControl: (policy) => policy.displayControls,
  TechnicalProfile: (policy) => policy.technicalProfiles,
  UserJourney: (policy) => policy.userJourneys,
  SubJourney: (policy) => policy.subJourneys
} satisfies Readonly<Record<string, (policy: Policy) => ById<Identified>>>

/** A kind of thing in a policy. */
export type Kind = keyof typeof kinds

const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name)

/** Their names, as in policies. */
export const kindNames: ReadonlyArray<Kind> = Object.keys(kinds).filter(isKind)

/** The kind that a word means: `TechnicalProfile`, `technical-profile` or `technicalprofile`. */
export const findKind = (word: string): Kind | undefined => {
  const wanted = word.replaceAll(/[-_ ]/g, '').toLowerCase()
  return kindNames.find((name) => name.toLowerCase() === wanted)
}

/** All things of a kind. */
export const thingsOf = (policy: Policy, kind: Kind): ReadonlyArray<Identified> => [...kinds[kind](policy).values()]

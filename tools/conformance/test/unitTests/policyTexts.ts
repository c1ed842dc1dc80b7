/** Texts of a policy, by where they stand in it: cases name them instead of repeating them. */
import { keyOf, type LocalizedResources, type Policy } from '@trustframe/policy'

/** Finds a text in a policy. */
export type TextOf = (policy: Policy) => string | undefined

/** Finds a list of texts in a policy. */
export type TextsOf = (policy: Policy) => ReadonlyArray<string> | undefined

/** The text, which the policy has to have. */
export const textIn = (policy: Policy, text: TextOf): string => {
  const found = text(policy)
  if (found === undefined) throw new Error(`the policy "${policy.policyId.value}" has no such text`)
  return found
}

const page = 'experimentaltechnicalprofile'

/** Metadata of the page's technical profile. */
export const metadata =
  (key: string): TextOf =>
  ({ technicalProfiles }) =>
    technicalProfiles.get(page)?.metadata.find((item) => item.key.value === key)?.value.value

/** The default value of an input claim of the page. */
export const initial =
  (claim: string): TextOf =>
  ({ technicalProfiles }) =>
    technicalProfiles.get(page)?.inputClaims.find(({ claimTypeReferenceId }) => claimTypeReferenceId.value === claim)
      ?.defaultValue?.value

/** An input parameter of a claims transformation. */
export const parameter =
  (transformation: string, id: string): TextOf =>
  ({ claimsTransformations }) =>
    claimsTransformations.get(keyOf(transformation))?.inputParameters.find((item) => item.id.value === id)?.value.value

/** The help text of a claim type's pattern. */
export const patternHelp =
  (claim: string): TextOf =>
  ({ claimTypes }) =>
    claimTypes.get(keyOf(claim))?.pattern?.helpText?.value

const resourcesOf = ({ localization }: Policy, language: string): LocalizedResources | undefined =>
  localization?.resources.find(({ id }) => id.value === `api.selfasserted.${language}`)

/** A localized string of the page. */
export const localized =
  (language: string, stringId: string, elementId?: string): TextOf =>
  (policy) =>
    resourcesOf(policy, language)?.strings.find(
      (item) => item.stringId.value === stringId && item.elementId?.value === elementId
    )?.value.value

/** A localized string with `{0}`, `{1}`, … filled in. */
export const filled =
  (text: TextOf, ...values: ReadonlyArray<string>): TextOf =>
  (policy) =>
    text(policy)?.replaceAll(/\{(\d)\}/g, (whole, index: string) => values[Number(index)] ?? whole)

const collectionOf = (policy: Policy, language: string, claim: string) =>
  resourcesOf(policy, language)?.collections.find(({ elementId }) => elementId.value === claim)?.items

/** The value of an item of a localized collection, by its text. */
export const localizedItem =
  (language: string, claim: string, text: string): TextOf =>
  (policy) =>
    collectionOf(policy, language, claim)?.find((item) => item.text.value === text)?.value.value

/** The value of an item of a claim type's own enumeration, by its text. */
export const ownItem =
  (claim: string, text: string): TextOf =>
  ({ claimTypes }) =>
    claimTypes.get(keyOf(claim))?.enumerations.find((item) => item.text.value === text)?.value.value

/** The texts of a localized collection. */
export const localizedItems =
  (language: string, claim: string): TextsOf =>
  (policy) =>
    collectionOf(policy, language, claim)?.map(({ text }) => text.value)

/** The texts of a claim type's own enumeration. */
export const ownItems =
  (claim: string): TextsOf =>
  ({ claimTypes }) =>
    claimTypes.get(keyOf(claim))?.enumerations.map(({ text }) => text.value)

/** None. */
export const noItems: TextsOf = () => []

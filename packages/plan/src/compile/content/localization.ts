/** Compiles the localized resources that content definitions refer to. */
import type { RestrictionItem } from '@trustframe/claims'
import { keyOf, type ContentDefinition, type Enumeration, type LocalizedResources, remember } from '@trustframe/policy'
import { type ResourcesPlan, stringKey } from '../../plan/PagePlan.ts'
import { type CompileContext, didYouMean, locate } from '../CompileContext.ts'

/** Options as claims know them. */
export const optionsOf = (items: ReadonlyArray<Enumeration>): ReadonlyArray<RestrictionItem> =>
  items.map(({ selectByDefault, text, value }) => ({ text: text.value, value: value.value, selectByDefault }))

/** The texts of one language; policies that inherit them share them. */
const strings = remember(
  ({ strings: all }: LocalizedResources): ResourcesPlan['strings'] =>
    new Map(
      all.map(({ elementId, elementType, stringId, value }) => [
        stringKey(elementType.value, elementId?.value, stringId.value),
        locate(value)
      ])
    )
)

/** Likewise, its options. */
const collections = remember(
  ({ collections: all }: LocalizedResources): ResourcesPlan['collections'] =>
    new Map(
      all
        .filter(({ elementType }) => keyOf(elementType.value) === 'claimtype')
        .map(({ elementId, items }) => [keyOf(elementId.value), optionsOf(items)])
    )
)

/**
 * The resources of a content definition by language; those that do not exist are findings. Of several references for one
 * language the first counts, so that what a policy puts before its base (`Prepend`) takes its place.
 */
export const compileResources = (
  context: CompileContext,
  definition: ContentDefinition
): ReadonlyMap<string, ResourcesPlan> => {
  const declared = new Map(
    (context.policy.localization?.resources ?? []).map((resources) => [keyOf(resources.id.value), resources])
  )
  const found = new Map<string, ResourcesPlan>()
  for (const { language, localizedResourcesReferenceId: reference } of definition.localizedResourcesReferences) {
    if (reference === undefined) continue
    const resources = declared.get(keyOf(reference.value))
    if (resources === undefined) {
      const names = [...declared.values()].map(({ id }) => id.value)
      context.report('TF2032', reference.span, {
        message: `localized resources "${reference.value}" of content definition "${definition.id.value}" are declared neither in this policy nor in its base policies`,
        help: didYouMean(reference.value, names, 'declare them in Localization, or drop the reference')
      })
      continue
    }
    if (found.has(keyOf(language.value))) continue
    found.set(keyOf(language.value), {
      language: language.value,
      strings: strings(resources),
      collections: collections(resources)
    })
  }
  return found
}

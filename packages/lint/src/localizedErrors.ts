/** The error messages that the localization of a policy gives. */
import { keyOf, type Localization, type LocalizedString, type Policy, remember } from '@trustframe/policy'

const errorMessages = remember(({ resources }: Localization): ReadonlyMap<string, ReadonlyArray<LocalizedString>> =>
  Map.groupBy(
    resources.flatMap(({ strings }) =>
      strings.filter(({ elementType }) => keyOf(elementType.value) === 'errormessage')
    ),
    ({ stringId }) => keyOf(stringId.value)
  )
)

/** The messages that are localized in at least one language, by their ids in lower case. */
export const localizedErrors = ({ localization }: Policy): ReadonlyMap<string, ReadonlyArray<LocalizedString>> =>
  localization === undefined ? new Map() : errorMessages(localization)

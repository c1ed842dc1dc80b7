/** The error messages that the localization of a policy gives. */
import { keyOf, type Policy } from '@trustframe/policy'

/** The ids of the messages that are localized in at least one language, in lower case. */
export const localizedErrors = ({ localization }: Policy): ReadonlySet<string> =>
  new Set(
    (localization?.resources ?? []).flatMap(({ strings }) =>
      strings
        .filter(({ elementType }) => keyOf(elementType.value) === 'errormessage')
        .map(({ stringId }) => keyOf(stringId.value))
    )
  )

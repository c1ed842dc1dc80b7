/** Compiles the languages of a policy. */
import type { Policy } from '@trustframe/policy'
import type { LocalizationPlan } from '../../plan/PagePlan.ts'

/** `Localization`; without one, pages speak English. */
export const compileLocalization = ({ localization }: Policy): LocalizationPlan => ({
  enabled: localization?.enabled ?? false,
  defaultLanguage: localization?.defaultLanguage?.value ?? 'en',
  languages: localization?.supportedLanguages.map(({ value }) => value) ?? []
})

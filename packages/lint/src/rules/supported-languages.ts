/** Languages that are used must be among the supported ones. */
import { keyOf, type Localization, remember } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

const supported = remember(
  ({ supportedLanguages: languages }: Localization): ReadonlySet<string> =>
    new Set(languages.map(({ value }) => keyOf(value)))
)

export const supportedLanguages: Rule = {
  code: 'TF3504',
  name: 'supported-languages',
  title: 'language that is not among the supported ones',
  severity: 'warning',
  origin: 'b2c-fails',
  check: ({ policy }, report) => {
    const { contentDefinitions, localization } = policy
    if (localization === undefined || localization.supportedLanguages.length === 0) return
    const known = supported(localization)
    const { defaultLanguage } = localization
    if (defaultLanguage !== undefined && !known.has(keyOf(defaultLanguage.value))) {
      report(defaultLanguage.span, {
        message: `the default language "${defaultLanguage.value}" is not among the supported ones`,
        help: `add <SupportedLanguage>${defaultLanguage.value}</SupportedLanguage>`
      })
    }
    for (const { id, localizedResourcesReferences } of contentDefinitions.values()) {
      for (const { language } of localizedResourcesReferences) {
        if (known.has(keyOf(language.value))) {
          report.clear(language)
          continue
        }
        report(language.span, {
          message: `content definition "${id.value}" has texts in "${language.value}", which is not among the supported languages`,
          help: `add <SupportedLanguage>${language.value}</SupportedLanguage>`
        })
      }
    }
  }
}

/** Settings of a page need a page layout that knows them. */
import { keyOf, remember, type TechnicalProfile, type Text } from '@trustframe/policy'
import type { CheckedPolicy } from '../CheckedPolicy.ts'
import { isAtLeast, pageLayout } from '../pageLayout.ts'
import { itemOf, saysFalse, valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'
import { combinedSteps } from '../steps.ts'

/** From which version a page knows a setting (pages.md section 2). */
const since: ReadonlyArray<{ readonly key: string; readonly pages: Readonly<Partial<Record<string, string>>> }> = [
  { key: 'setting.enableRememberMe', pages: { unifiedssp: '1.1.0' } },
  { key: 'setting.forgotPasswordLinkLocation', pages: { unifiedssp: '1.1.0', selfasserted: '1.1.0' } },
  { key: 'setting.forgotPasswordLinkOverride', pages: { unifiedssp: '2.1.2' } },
  { key: 'setting.inputVerificationDelayTimeInMilliseconds', pages: { unifiedssp: '1.2.0', selfasserted: '1.2.0' } },
  {
    key: 'setting.enableCaptchaChallenge',
    pages: { unifiedssp: '2.1.21', selfasserted: '2.1.33', multifactor: '1.2.19' }
  }
]

/** The content definitions that combined steps show a page with, instead of its own. */
const contentDefinitions = ({ policy }: CheckedPolicy, { id }: TechnicalProfile): ReadonlyArray<Text> =>
  combinedSteps(policy).flatMap(({ step: { claimsExchanges, contentDefinitionReferenceId: shownWith } }) =>
    claimsExchanges.flatMap((exchange) =>
      shownWith !== undefined && keyOf(exchange.technicalProfileReferenceId.value) === keyOf(id.value)
        ? [shownWith]
        : []
    )
  )

/** The settings that a page gives and does not switch off. */
const settingsOf = remember((profile: TechnicalProfile) =>
  since.flatMap(({ key, pages }) => {
    const item = itemOf(profile, key)
    return item === undefined || saysFalse(item.value) ? [] : [{ item, key, pages }]
  })
)

export const pageSettings: Rule = {
  code: 'TF3506',
  name: 'page-settings',
  title: 'setting that the page layout does not know',
  severity: 'warning',
  origin: 'b2c-fails',
  check: (policy, report) => {
    for (const { contract, profile } of policy.profiles) {
      const given = contract?.kind === 'page' ? settingsOf(profile) : []
      if (given.length === 0) continue
      const own = valueOf(profile, 'ContentDefinitionReferenceId')
      const combined = contentDefinitions(policy, profile)
      const shownWith = combined.length > 0 || own === undefined ? combined : [own]
      for (const { item, key, pages } of given) {
        for (const reference of shownWith) {
          const dataUri = policy.policy.contentDefinitions.get(keyOf(reference.value))?.dataUri
          const layout = dataUri === undefined ? undefined : pageLayout(dataUri.value)
          const version = layout === undefined ? undefined : pages[layout.page]
          if (dataUri === undefined || layout === undefined || version === undefined) continue
          if (isAtLeast(layout, version)) {
            report.clear(item.key)
            continue
          }
          report(item.key.span, {
            message: `"${key}" needs ${layout.page} ${version} or later; content definition "${reference.value}" has ${layout.version.join('.')}`,
            help: 'raise the version in its DataUri',
            related: [{ message: 'the page layout', span: dataUri.span }]
          })
        }
      }
    }
  }
}

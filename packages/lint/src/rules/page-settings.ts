/** Settings of a page need a page layout that knows them. */
import { keyOf, type TechnicalProfile, type Text } from '@trustframe/policy'
import type { CheckedPolicy } from '../CheckedPolicy.ts'
import { isAtLeast, pageLayout } from '../pageLayout.ts'
import { itemOf, saysFalse, valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'
import { stepsOf } from '../steps.ts'

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

/** The content definitions that a page is shown with: that of a combined step, else its own. */
const contentDefinitions = (policy: CheckedPolicy): ReadonlyMap<string, ReadonlyArray<Text>> => {
  const found = new Map<string, Array<Text>>()
  for (const { step } of stepsOf(policy.policy)) {
    if (keyOf(step.type.value) !== 'combinedsigninandsignup' || step.contentDefinitionReferenceId === undefined)
      continue
    for (const { technicalProfileReferenceId } of step.claimsExchanges) {
      const key = keyOf(technicalProfileReferenceId.value)
      found.set(key, [...(found.get(key) ?? []), step.contentDefinitionReferenceId])
    }
  }
  return found
}

const isOff = (profile: TechnicalProfile, key: string): boolean => saysFalse(valueOf(profile, key))

export const pageSettings: Rule = {
  code: 'TF3506',
  name: 'page-settings',
  title: 'setting that the page layout does not know',
  severity: 'warning',
  origin: 'b2c-fails',
  check: (policy, report) => {
    const combined = contentDefinitions(policy)
    for (const { contract, profile } of policy.profiles) {
      if (contract?.kind !== 'page') continue
      const own = valueOf(profile, 'ContentDefinitionReferenceId')
      const shownWith = combined.get(keyOf(profile.id.value)) ?? (own === undefined ? [] : [own])
      for (const { key, pages } of since) {
        const item = itemOf(profile, key)
        if (item === undefined || isOff(profile, key)) continue
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

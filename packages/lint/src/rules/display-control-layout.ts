/** Display controls need a page layout that shows them. */
import { keyOf, remember, type TechnicalProfile, type Text } from '@trustframe/policy'
import { isAtLeast, pageLayout } from '../pageLayout.ts'
import { valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

const versions: Readonly<Partial<Record<string, string>>> = {
  verificationcontrol: '2.0.0',
  qrcodecontrol: '2.1.9',
  authenticatorinfocontrol: '2.1.9',
  authenticatorappiconcontrol: '2.1.9',
  captchacontrol: '2.1.30'
}

/** The display controls that a page shows. */
const controlsOf = remember(({ displayClaims }: TechnicalProfile): ReadonlyArray<Text> =>
  displayClaims.flatMap(({ displayControlReferenceId }) => displayControlReferenceId ?? [])
)

export const displayControlLayout: Rule = {
  code: 'TF3508',
  name: 'display-control-layout',
  title: 'display control on a page that does not show it',
  severity: 'error',
  origin: 'b2c-fails',
  check: ({ policy, profiles }, report) => {
    for (const { contract, profile } of profiles) {
      const controls = contract?.kind === 'page' ? controlsOf(profile) : []
      const reference = controls.length === 0 ? undefined : valueOf(profile, 'ContentDefinitionReferenceId')
      if (reference === undefined) continue
      const dataUri = policy.contentDefinitions.get(keyOf(reference.value))?.dataUri
      const layout = dataUri === undefined ? undefined : pageLayout(dataUri.value)
      if (dataUri === undefined || layout === undefined || layout.page !== 'selfasserted') continue
      for (const id of controls) {
        const type = policy.displayControls.get(keyOf(id.value))?.userInterfaceControlType
        const version = versions[keyOf(type?.value ?? '')]
        if (type === undefined || version === undefined) continue
        if (isAtLeast(layout, version)) {
          report.clear(id)
          continue
        }
        report(id.span, {
          message: `a ${type.value} needs selfasserted ${version} or later; "${profile.id.value}" is shown with ${layout.version.join('.')}`,
          help: `raise the version in the DataUri of content definition "${reference.value}"`,
          related: [{ message: 'the page layout', span: dataUri.span }]
        })
      }
    }
  }
}

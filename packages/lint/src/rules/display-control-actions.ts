/** A display control needs the actions and the claims of its type. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

/** Actions, and roles of display claims, by type (pages.md section 6). */
const contracts: Readonly<
  Partial<Record<string, { readonly actions: ReadonlyArray<string>; readonly roles: ReadonlyArray<string> }>>
> = {
  verificationcontrol: { actions: ['SendCode', 'VerifyCode'], roles: ['VerificationCode'] },
  qrcodecontrol: { actions: [], roles: ['QrCodeContent'] },
  captchacontrol: { actions: ['GetChallenge', 'VerifyChallenge'], roles: [] }
}

export const displayControlActions: Rule = {
  code: 'TF3507',
  name: 'display-control-actions',
  title: 'display control without its actions or claims',
  severity: 'error',
  origin: 'b2c-fails',
  check: ({ policy }, report) => {
    for (const { actions, displayClaims, id, userInterfaceControlType: type } of policy.displayControls.values()) {
      const contract = contracts[keyOf(type.value)]
      if (contract === undefined) continue
      for (const action of contract.actions) {
        if (actions.some((given) => keyOf(given.id.value) === keyOf(action))) continue
        report(id.span, {
          message: `display control "${id.value}" is a ${type.value} and has no action "${action}"`,
          help: `add <Action Id="${action}"> with the technical profiles that do it`
        })
      }
      for (const role of contract.roles) {
        if (displayClaims.some(({ controlClaimType }) => keyOf(controlClaimType?.value ?? '') === keyOf(role))) continue
        report(id.span, {
          message: `display control "${id.value}" is a ${type.value} and has no display claim with ControlClaimType "${role}"`,
          help: `add ControlClaimType="${role}" to the display claim that it is`
        })
      }
    }
  }
}

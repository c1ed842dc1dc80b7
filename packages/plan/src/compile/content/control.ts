/** Compiles display controls. */
import { keyOf, type TechnicalProfile, type Text } from '@trustframe/policy'
import type { ControlPlan, ControlType } from '../../plan/PagePlan.ts'
import { bindClaims } from '../bindClaim.ts'
import { type CompileContext, didYouMean, originOf } from '../CompileContext.ts'
import { type CompileProfile, compileValidations } from '../validation.ts'
import { compileField } from './field.ts'

const types: ReadonlyArray<ControlType> = [
  'VerificationControl',
  'QrCodeControl',
  'AuthenticatorInfoControl',
  'AuthenticatorAppIconControl',
  'CaptchaControl'
]

/** The display control that `reference` names, on a page of `profile`; `undefined` after findings. */
export const compileControl = (
  context: CompileContext,
  profile: TechnicalProfile,
  reference: Text,
  compileProfile: CompileProfile
): ControlPlan | undefined => {
  const control = context.policy.displayControls.get(keyOf(reference.value))
  if (control === undefined) {
    const names = [...context.policy.displayControls.values()].map(({ id }) => id.value)
    context.report('TF2037', reference.span, {
      message: `display control "${reference.value}" is declared neither in this policy nor in its base policies`,
      help: didYouMean(reference.value, names, 'declare it in DisplayControls')
    })
    return undefined
  }
  const type = types.find((name) => keyOf(name) === keyOf(control.userInterfaceControlType.value))
  // The grammar has a finding for any other type.
  if (type === undefined) return undefined
  return {
    id: control.id.value,
    origin: originOf(control.id.span),
    type,
    inputClaims: bindClaims(context, profile, control.inputClaims, 'bySwitch'),
    fields: control.displayClaims.flatMap((display) => {
      const { claimTypeReferenceId, controlClaimType, required } = display
      if (claimTypeReferenceId === undefined) return []
      const field = compileField(context, claimTypeReferenceId, required, display)
      return field === undefined ? [] : [{ field, controlClaimType: controlClaimType?.value }]
    }),
    outputClaims: bindClaims(context, profile, control.outputClaims, 'bySwitch'),
    actions: control.actions.map(({ id, validationProfiles }) => ({
      id: id.value,
      origin: originOf(id.span),
      validations: compileValidations(context, validationProfiles, compileProfile)
    }))
  }
}

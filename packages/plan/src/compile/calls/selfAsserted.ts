/** Compiles self-asserted pages: what is shown, what fills it, what validates it. */
import { type ClaimReference, keyOf, type TechnicalProfile } from '@trustframe/policy'
import { selfAsserted } from '../../handlers/selfAsserted.ts'
import type { PageItemPlan } from '../../plan/PagePlan.ts'
import type { SelfAssertedSettings } from '../../plan/SelfAssertedPlan.ts'
import { bindClaims } from '../bindClaim.ts'
import { type CompileContext, originOf } from '../CompileContext.ts'
import { compileControl } from '../content/control.ts'
import { compileField } from '../content/field.ts'
import { pageOf } from '../content/page.ts'
import { readMetadata } from '../metadata.ts'
import { type CompileProfile, compileValidations } from '../validation.ts'
import type { CallCompiler } from './CallCompiler.ts'

const locations: ReadonlyArray<SelfAssertedSettings['forgotPasswordLinkLocation']> = [
  'AfterLabel',
  'AfterInput',
  'AfterButtons',
  'None'
]

const settings = (context: CompileContext, profile: TechnicalProfile): SelfAssertedSettings => {
  const metadata = readMetadata(context, profile, selfAsserted)
  const mode = metadata.oneOf('setting.operatingMode')
  const location = metadata.oneOf('setting.forgotPasswordLinkLocation')
  const ipAddress = metadata.text('IpAddressClaimReferenceId')
  return {
    generatesNullClaims: metadata.boolean('AllowGenerationOfClaimsWithNullValues'),
    ipAddress: ipAddress === undefined ? undefined : context.claims.find(ipAddress.value),
    signUpTarget: metadata.text('SignUpTarget')?.value,
    operatingMode: mode === 'Email' || mode === 'Username' ? mode : undefined,
    retryLimit: metadata.integer('setting.retryLimit'),
    showCancelButton: metadata.boolean('setting.showCancelButton'),
    showContinueButton: metadata.boolean('setting.showContinueButton'),
    showSignupLink: metadata.boolean('setting.showSignupLink'),
    forgotPasswordLinkLocation: locations.find((name) => name === location) ?? 'AfterLabel',
    forgotPasswordTarget: metadata.text('setting.forgotPasswordLinkOverride')?.value,
    enableRememberMe: metadata.boolean('setting.enableRememberMe'),
    inputVerificationDelayMillis: metadata.integer('setting.inputVerificationDelayTimeInMilliseconds') ?? 2000,
    enableCaptchaChallenge: metadata.boolean('setting.enableCaptchaChallenge')
  }
}

const isVerified = ({ partnerClaimType }: ClaimReference) => keyOf(partnerClaimType?.value ?? '') === 'verified.email'

/** Claims that a validation profile of the page gives: the user is not asked for them. */
const givenByValidation = (context: CompileContext, profile: TechnicalProfile): ReadonlySet<string> =>
  new Set(
    profile.validationTechnicalProfiles.flatMap(
      ({ referenceId }) =>
        context.policy.technicalProfiles
          .get(keyOf(referenceId.value))
          ?.outputClaims.map(({ claimTypeReferenceId }) => keyOf(claimTypeReferenceId.value)) ?? []
    )
  )

/**
 * What is on the page: the display claims, else the output claims that have a `UserInputType` and that no validation
 * profile gives. Source: self-asserted-technical-profile (Display claims, Output claims).
 */
const items = (
  context: CompileContext,
  profile: TechnicalProfile,
  compileProfile: CompileProfile
): ReadonlyArray<PageItemPlan> => {
  const enforces = readMetadata(context, profile, selfAsserted).boolean('EnforceEmailVerification')
  const verified = new Set(
    enforces
      ? profile.outputClaims.filter(isVerified).map(({ claimTypeReferenceId }) => keyOf(claimTypeReferenceId.value))
      : []
  )
  if (profile.displayClaims.length > 0) {
    return profile.displayClaims.flatMap((display): ReadonlyArray<PageItemPlan> => {
      const { claimTypeReferenceId, displayControlReferenceId, required } = display
      if (displayControlReferenceId !== undefined) {
        const control = compileControl(context, profile, displayControlReferenceId, compileProfile)
        return control === undefined ? [] : [{ _tag: 'Control', control }]
      }
      if (claimTypeReferenceId === undefined) return []
      const field = compileField(context, claimTypeReferenceId, required, display)
      const verifyEmail = verified.has(keyOf(claimTypeReferenceId.value))
      return field === undefined ? [] : [{ _tag: 'Field', field, verifyEmail }]
    })
  }
  const given = givenByValidation(context, profile)
  return profile.outputClaims.flatMap((reference): ReadonlyArray<PageItemPlan> => {
    const { claimTypeReferenceId, required } = reference
    if (given.has(keyOf(claimTypeReferenceId.value))) return []
    const field = compileField(context, claimTypeReferenceId, required, reference)
    return field === undefined ? [] : [{ _tag: 'Field', field, verifyEmail: enforces && isVerified(reference) }]
  })
}

/** `SelfAssertedAttributeProvider`. */
export const compileSelfAsserted: CallCompiler = (context, profile, compileProfile) => ({
  _tag: 'SelfAsserted',
  id: profile.id.value,
  origin: originOf(profile.id.span),
  page: pageOf(context, profile),
  inputClaims: bindClaims(context, profile, profile.inputClaims, 'bySwitch'),
  outputClaims: bindClaims(context, profile, profile.outputClaims, 'bySwitch'),
  items: items(context, profile, compileProfile),
  validations: compileValidations(context, profile.validationTechnicalProfiles, compileProfile),
  settings: settings(context, profile)
})

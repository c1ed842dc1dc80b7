/** Compiles profiles that prove something by a code. */
import { keyOf } from '@trustframe/policy'
import { aadSspr } from '../../handlers/aadSspr.ts'
import { azureMfa } from '../../handlers/azureMfa.ts'
import { oneTimePassword } from '../../handlers/oneTimePassword.ts'
import { phoneFactor } from '../../handlers/phoneFactor.ts'
import type { AadSsprPlan, AzureMfaPlan, OneTimePasswordPlan, PhoneFactorPlan } from '../../plan/VerificationPlan.ts'
import { bindClaims } from '../bindClaim.ts'
import { originOf } from '../CompileContext.ts'
import { pageOf } from '../content/page.ts'
import { readMetadata } from '../metadata.ts'
import { bindBoth } from '../outputs.ts'
import type { CallCompiler } from './CallCompiler.ts'

const find = <const Value extends string>(values: ReadonlyArray<Value>, written: string | undefined) =>
  values.find((value) => value === written)

/** `OneTimePasswordProtocolProvider`. */
export const compileOneTimePassword: CallCompiler = (context, profile) => {
  const metadata = readMetadata(context, profile, oneTimePassword)
  const operations: ReadonlyArray<OneTimePasswordPlan['operation']> = ['GenerateCode', 'VerifyCode']
  const operation = find(operations, metadata.oneOf('Operation'))
  const written = metadata.text('CharacterSet')?.value
  if (operation === undefined) return undefined
  return {
    _tag: 'OneTimePassword',
    id: profile.id.value,
    origin: originOf(profile.id.span),
    operation,
    codeExpirationInSeconds: metadata.integer('CodeExpirationInSeconds') ?? 600,
    codeLength: metadata.integer('CodeLength') ?? 6,
    characterSet: written === undefined || written === '' ? '0-9' : written,
    retryAttempts: metadata.integer('NumRetryAttempts') ?? 5,
    generationAttempts: metadata.integer('NumCodeGenerationAttempts') ?? 10,
    reuseSameCode: metadata.boolean('ReuseSameCode'),
    ...bindBoth(context, profile)
  }
}

const modes: ReadonlyArray<PhoneFactorPlan['mode']> = ['sms', 'phone', 'mixed']

/** `PhoneFactorProtocolProvider`. */
export const compilePhoneFactor: CallCompiler = (context, profile) => {
  const metadata = readMetadata(context, profile, phoneFactor)
  const inputClaims = bindClaims(context, profile, profile.inputClaims, 'bySwitch')
  return {
    _tag: 'PhoneFactor',
    id: profile.id.value,
    origin: originOf(profile.id.span),
    page: pageOf(context, profile),
    manualEntryAllowed: metadata.boolean('ManualPhoneNumberEntryAllowed'),
    mode: find(modes, metadata.oneOf('setting.authenticationMode')) ?? 'mixed',
    autodial: metadata.boolean('setting.autodial'),
    inputClaims,
    // Every input claim but the user's id is a number to choose from.
    phoneClaims: inputClaims.flatMap(({ claim, partnerName }) => (keyOf(partnerName) === 'userid' ? [] : [claim])),
    outputClaims: bindClaims(context, profile, profile.outputClaims, 'bySwitch')
  }
}

/** `AzureMfaProtocolProvider`. */
export const compileAzureMfa: CallCompiler = (context, profile) => {
  const metadata = readMetadata(context, profile, azureMfa)
  const operations: ReadonlyArray<AzureMfaPlan['operation']> = [
    'OneWaySMS',
    'Verify',
    'GetAvailableDevices',
    'BeginVerifyOTP',
    'VerifyOTP'
  ]
  const operation = find(operations, metadata.oneOf('Operation'))
  if (operation === undefined) return undefined
  const id = profile.id.value
  return { _tag: 'AzureMfa', id, origin: originOf(profile.id.span), operation, ...bindBoth(context, profile) }
}

/** `AadSsprProtocolProvider`. */
export const compileAadSspr: CallCompiler = (context, profile) => {
  const metadata = readMetadata(context, profile, aadSspr)
  const operations: ReadonlyArray<AadSsprPlan['operation']> = ['SendCode', 'VerifyCode']
  const operation = find(operations, metadata.oneOf('Operation'))
  if (operation === undefined) return undefined
  const id = profile.id.value
  return { _tag: 'AadSspr', id, origin: originOf(profile.id.span), operation, ...bindBoth(context, profile) }
}

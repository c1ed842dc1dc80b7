/** Compiles profiles of the directory. */
import type { TechnicalProfile } from '@trustframe/policy'
import { azureActiveDirectory } from '../../handlers/azureActiveDirectory.ts'
import { formatAadb2c } from '../../errors/aadb2c.ts'
import type { DirectoryPlan } from '../../plan/DirectoryPlan.ts'
import { bindClaims } from '../bindClaim.ts'
import { type CompileContext, originOf } from '../CompileContext.ts'
import { readMetadata } from '../metadata.ts'
import { bindOutputs } from '../outputs.ts'
import type { CallCompiler } from './CallCompiler.ts'

const operations: ReadonlyArray<DirectoryPlan['operation']> = ['Read', 'Write', 'DeleteClaims', 'DeleteClaimsPrincipal']

/** A profile of the directory has exactly one key. Source: active-directory-technical-profile (Input claims). */
const checkKey = (context: CompileContext, profile: TechnicalProfile) => {
  const [key, ...others] = profile.inputClaims
  if (key !== undefined && others.length === 0) return
  context.report('TF2039', (others[0] ?? profile.id).span, {
    message: formatAadb2c('AADB2C90034', profile.id.value),
    help: 'keep the one input claim that identifies the account, such as objectId'
  })
}

/** `AzureActiveDirectoryProvider`. */
export const compileDirectory: CallCompiler = (context, profile) => {
  const metadata = readMetadata(context, profile, azureActiveDirectory)
  const written = metadata.oneOf('Operation')
  const operation = operations.find((name) => name === written)
  checkKey(context, profile)
  if (operation === undefined) return undefined
  return {
    _tag: 'Directory',
    id: profile.id.value,
    origin: originOf(profile.id.span),
    operation,
    inputClaims: bindClaims(context, profile, profile.inputClaims, 'bySwitch'),
    persistedClaims: bindClaims(context, profile, profile.persistedClaims, 'bySwitch'),
    outputClaims: bindOutputs(context, profile, false),
    raiseErrorIfMissing: metadata.boolean('RaiseErrorIfClaimsPrincipalDoesNotExist'),
    raiseErrorIfPresent: metadata.boolean('RaiseErrorIfClaimsPrincipalAlreadyExists')
  }
}

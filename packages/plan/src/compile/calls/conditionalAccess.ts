/** Compiles profiles of Conditional Access. */
import { conditionalAccess } from '../../handlers/conditionalAccess.ts'
import { originOf } from '../CompileContext.ts'
import { readMetadata } from '../metadata.ts'
import { bindBoth } from '../outputs.ts'
import type { CallCompiler } from './CallCompiler.ts'

export const compileConditionalAccess: CallCompiler = (context, profile) => {
  const operation = readMetadata(context, profile, conditionalAccess).oneOf('OperationType')
  if (operation !== 'Evaluation' && operation !== 'Remediation') return undefined
  return {
    _tag: 'ConditionalAccess',
    id: profile.id.value,
    origin: originOf(profile.id.span),
    operation,
    ...bindBoth(context, profile)
  }
}

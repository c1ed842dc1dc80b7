/** Compiles the validation technical profiles of pages and of display control actions. */
import type { Text, ValidationTechnicalProfile } from '@trustframe/policy'
import type { ProfilePlan } from '../plan/ProfilePlan.ts'
import type { ValidationPlan } from '../plan/ValidationPlan.ts'
import { type CompileContext, originOf } from './CompileContext.ts'
import { compilePrecondition } from './condition.ts'

/** Gives the plan of the profile that a text names; a parameter, since a page's profile compiles other profiles. */
export type CompileProfile = (reference: Text) => ProfilePlan | undefined

/** In document order; a profile that cannot be compiled is left out, after its findings. */
export const compileValidations = (
  context: CompileContext,
  validations: ReadonlyArray<ValidationTechnicalProfile>,
  compileProfile: CompileProfile
): ReadonlyArray<ValidationPlan> =>
  validations.flatMap((validation): ReadonlyArray<ValidationPlan> => {
    const { continueOnError, continueOnSuccess, preconditions, referenceId, span } = validation
    const profile = compileProfile(referenceId)
    if (profile === undefined) return []
    return [
      {
        origin: originOf(span),
        profile,
        preconditions: preconditions.flatMap((precondition) => compilePrecondition(context, precondition) ?? []),
        continueOnError,
        continueOnSuccess
      }
    ]
  })

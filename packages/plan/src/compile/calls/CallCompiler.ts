/** What the compiler of one kind of technical profile is given. */
import type { TechnicalProfile } from '@trustframe/policy'
import type { ProfileCall } from '../../plan/ProfilePlan.ts'
import type { CompileContext } from '../CompileContext.ts'
import type { CompileProfile } from '../validation.ts'

/** Gives the plan of a profile's call, or `undefined` after findings that make it uncallable. */
export type CallCompiler = (
  context: CompileContext,
  profile: TechnicalProfile,
  compileProfile: CompileProfile
) => ProfileCall | undefined

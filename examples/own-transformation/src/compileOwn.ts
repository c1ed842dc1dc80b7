/** Compiles a policy for a runtime that has a transformation of its own. */
import { type Compiled, compileSingleProfile } from '@trustframe/plan'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'
import { MaskEmail } from './MaskEmail.ts'
import { policy as text } from './policy.ts'

/** The transformations of the runtime come before the built-in ones. */
export const compileOwn = (source: string = text): Compiled | undefined => {
  const { policy } = resolvePolicies([parsePolicy({ path: 'Mask.xml', text: source })]).effective('B2C_1A_Mask')
  return policy === undefined ? undefined : compileSingleProfile(policy, 'MaskEmail', { transformations: [MaskEmail] })
}

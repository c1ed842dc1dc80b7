/** What a policy is compiled with besides itself: the runtime around it. */
import type { Transformation } from '@trustframe/claims'

/** All of it is optional; what is left out, the policy cannot use. */
export interface CompileEnvironment {
  /** The secret of a policy key, for claims transformations that need one (`Hash`). */
  readonly policyKey?: ((storageReferenceId: string) => string | undefined) | undefined
  /** Claims transformations of the runtime's own; they come before the built-in ones. */
  readonly transformations?: ReadonlyArray<Transformation> | undefined
  /** Handlers of the runtime's own: the type names of `Protocol/@Handler`, without the assembly. */
  readonly handlers?: ReadonlyArray<string> | undefined
}

/** No keys, and nothing of one's own. */
export const noEnvironment: CompileEnvironment = {}

/** Compiles profiles whose handler is one of the runtime's own. */
import { keyOf } from '@trustframe/policy'
import { typeNameOf } from '../../handlers/index.ts'
import { locate, originOf } from '../CompileContext.ts'
import { bindBoth } from '../outputs.ts'
import type { CallCompiler } from './CallCompiler.ts'

/** `undefined` for a handler that the runtime did not name. */
export const compileCustom: CallCompiler = (context, profile) => {
  const handler = typeNameOf(profile.protocol?.handler?.value ?? '')
  const known = context.environment.handlers?.find((name) => keyOf(name) === keyOf(handler))
  if (known === undefined) return undefined
  return {
    _tag: 'Custom',
    id: profile.id.value,
    origin: originOf(profile.id.span),
    handler: known,
    metadata: new Map(profile.metadata.map(({ key, value }) => [key.value.trim(), locate(value)])),
    ...bindBoth(context, profile)
  }
}

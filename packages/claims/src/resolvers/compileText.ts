/** Compiles a default value that holds claims resolvers. */
import { ConversionFailure, type ClaimValue } from '../ClaimValue.ts'
import { parseValue } from '../convert/parseValue.ts'
import type { DataType } from '../DataType.ts'
import { didYouMean } from '../suggest.ts'
import type { ResolverContext } from './ResolverContext.ts'
import { findResolver, type Resolve, resolverNames } from './resolvers.ts'

/** A text that can be resolved, or a resolver in it that does not exist. */
export type CompiledText =
  | { readonly _tag: 'Compiled'; readonly evaluate: (context: ResolverContext) => ClaimValue | undefined }
  | { readonly _tag: 'Problem'; readonly message: string }

const pattern = /\{([A-Za-z0-9-]+):([^{}]+)\}/g

/** Whether a text holds anything that looks like a claims resolver. */
export const holdsResolver = (text: string): boolean => text.search(pattern) >= 0

/**
 * A text with resolvers, and text around them. A resolver that has no value leaves an empty place in a longer text, and no
 * value where it stands alone; a value that does not fit the data type is none. Source: claim-resolver-overview.
 */
export const compileText = (template: string, dataType: DataType): CompiledText => {
  const parts: Array<string | Resolve> = []
  let at = 0
  for (const match of template.matchAll(pattern)) {
    const [whole, group = '', name = ''] = match
    const resolve = findResolver(group, name)
    if (resolve === undefined) {
      return {
        _tag: 'Problem',
        message: `the claim resolver ${whole} does not exist.${didYouMean(`${group}:${name}`, resolverNames)}`
      }
    }
    if (match.index > at) parts.push(template.slice(at, match.index))
    parts.push(resolve)
    at = match.index + whole.length
  }
  if (at < template.length) parts.push(template.slice(at))

  const [only] = parts
  const text = (context: ResolverContext): string | undefined =>
    parts.length === 1 && typeof only === 'function'
      ? only(context)
      : parts.map((part) => (typeof part === 'string' ? part : (part(context) ?? ''))).join('')
  return {
    _tag: 'Compiled',
    evaluate: (context) => {
      const found = text(context)
      if (found === undefined) return undefined
      const value = parseValue(dataType, found)
      return value instanceof ConversionFailure ? undefined : value
    }
  }
}

/** Texts with claims resolvers in them: compiling and evaluating. */
import type { ClaimValue, ConversionFailure } from '../ClaimValue.ts'
import { fromJson } from '../convert/fromJson.ts'
import { formatValue } from '../convert/formatValue.ts'
import { isValueOf } from '../convert/isValueOf.ts'
import { parseValue } from '../convert/parseValue.ts'
import type { DataType } from '../DataType.ts'
import { didYouMean } from '../suggest.ts'
import type { ResolverContext } from './ResolverContext.ts'
import { type Resolver, resolvers } from './table.ts'

/** A resolver in a text, with what stands after its colon. */
export interface ResolverPart {
  readonly resolver: Resolver
  readonly argument: string
}

/** A resolver that does not exist. */
export interface ResolverProblem {
  readonly kind: 'UnknownResolver'
  /** Where it stands in the text, in UTF-16 units from 0. */
  readonly start: number
  readonly end: number
  readonly message: string
}

/** A compiled text. */
export interface ResolvableText {
  readonly template: string
  /** Literal texts and resolvers, in order; a resolver that does not exist stays as it is written. */
  readonly parts: ReadonlyArray<string | ResolverPart>
  /** Whether there is any resolver. */
  readonly dynamic: boolean
  /** Whether what it gives may be a secret. */
  readonly secret: boolean
  readonly problems: ReadonlyArray<ResolverProblem>
}

const resolverForm = /\{([a-z][a-z0-9-]*):([^{}\s"']+)\}/gi

const groups: ReadonlySet<string> = new Set(resolvers.map(({ group }) => group.toLowerCase()))

const spelling = ({ group, name }: Resolver): string => `{${group}:${name ?? '…'}}`

const find = (group: string, name: string): Resolver | undefined =>
  resolvers.find(
    (resolver) =>
      resolver.group.toLowerCase() === group.toLowerCase() &&
      (resolver.name === undefined || resolver.name.toLowerCase() === name.toLowerCase())
  )

const unknown = (written: string, group: string, start: number): ResolverProblem => ({
  kind: 'UnknownResolver',
  start,
  end: start + written.length,
  message: `There is no claims resolver ${written}${groups.has(group.toLowerCase()) ? '' : `, and no group "${group}" of them`}.${didYouMean(written, resolvers.map(spelling))}`
})

/**
 * Compiles a text with claims resolvers, whose names are compared ignoring case.
 *
 * @example compileText('https://contoso.com/{Culture:LanguageName}/{OAUTH-KV:campaignId}')
 */
export const compileText = (template: string): ResolvableText => {
  const parts: Array<string | ResolverPart> = []
  const problems: Array<ResolverProblem> = []
  let literal = ''
  let end = 0
  for (const found of template.matchAll(resolverForm)) {
    const [written, group = '', argument = ''] = found
    literal += template.slice(end, found.index)
    end = found.index + written.length
    const resolver = find(group, argument)
    if (resolver === undefined) {
      problems.push(unknown(written, group, found.index))
      literal += written
    } else {
      parts.push(literal, { resolver, argument })
      literal = ''
    }
  }
  parts.push(literal + template.slice(end))
  const kept = parts.filter((part) => part !== '')
  const used = kept.filter((part) => typeof part !== 'string')
  return {
    template,
    parts: kept,
    dynamic: used.length > 0,
    secret: used.some(({ resolver }) => resolver.secret),
    problems
  }
}

/** The resolver that is all of a text, if it is. */
const onlyResolver = ({ parts }: ResolvableText): ResolverPart | undefined => {
  const [part] = parts
  return parts.length === 1 && typeof part === 'object' ? part : undefined
}

/** The text with its resolvers replaced. A text that is nothing but a resolver has no value when that has none; elsewhere it is empty. */
export const resolveText = (text: ResolvableText, context: ResolverContext): string | undefined => {
  const only = onlyResolver(text)
  if (only !== undefined) {
    const value = only.resolver.resolve(context, only.argument)
    return value === undefined ? undefined : formatValue(value)
  }
  return text.parts
    .map((part) => {
      if (typeof part === 'string') return part
      const value = part.resolver.resolve(context, part.argument)
      return value === undefined ? '' : formatValue(value)
    })
    .join('')
}

/**
 * The value of a claim whose default is a text with resolvers, in the claim's data type. A text that is nothing but a resolver
 * keeps the type of what it gives: `{Claim:roles}` copies a collection, `{oauth2:expires_in}` gives an int or a long.
 */
export const resolveClaim = (
  text: ResolvableText,
  dataType: DataType,
  context: ResolverContext
): ClaimValue | undefined | ConversionFailure => {
  const only = onlyResolver(text)
  const value = only === undefined ? resolveText(text, context) : only.resolver.resolve(context, only.argument)
  if (value === undefined || isValueOf(dataType, value)) return value
  return typeof value === 'number' ? fromJson(dataType, value) : parseValue(dataType, formatValue(value))
}

/** Compiles the `LoadUri` of a page, with the query that it is requested with. */
import { compileText, type ResolverContext, resolveText } from '@trustframe/claims'
import type { Text } from '@trustframe/policy'
import type { TextPlan } from '../../plan/TextPlan.ts'
import { type CompileContext, originOf } from '../CompileContext.ts'

/** A parameter of the query; without a value it is left out. */
type Parameter = (resolvers: ResolverContext) => readonly [name: string, value: string | undefined]

/** `ContentDefinitionParameters`, whose texts may hold claims resolvers; one without a value is sent empty. */
const declared = (context: CompileContext): ReadonlyArray<Parameter> => {
  const first = context.first('content definition parameters')
  const parameters = context.policy.relyingParty?.userJourneyBehaviors?.contentDefinitionParameters ?? []
  return parameters.map(({ name, value }) => {
    const compiled = compileText(value.value)
    if (first) for (const { message } of compiled.problems) context.report('TF2025', value.span, { message })
    return (resolvers) => [name.value, resolveText(compiled, resolvers) ?? '']
  })
}

/** The page is told the languages that the application asked for. Source: customize-ui-with-html (Localize content). */
const languages: Parameter = ({ parameters }) => ['ui_locales', parameters['ui_locales']]

/** Percent-encoded; half of a surrogate pair, which has no encoding, becomes U+FFFD. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed())

/** The URI with parameters at the end of its query, before its fragment. */
const withQuery = (uri: string, parameters: ReadonlyArray<readonly [string, string]>): string => {
  if (parameters.length === 0) return uri
  const [, address = '', fragment = ''] = /^([^#]*)(.*)$/s.exec(uri) ?? []
  const query = parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
  const separator = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&'
  return `${address}${separator}${query}${fragment}`
}

/**
 * The `LoadUri` of a page. Unless it is an exception page, its query also holds `ui_locales` of the request, where the policy
 * has languages, and the `ContentDefinitionParameters` of the relying party. Source: relyingparty (ContentDefinitionParameters).
 */
export const compileLoadUri = (context: CompileContext, loadUri: Text, exceptionPage: boolean): TextPlan => {
  const compiled = compileText(loadUri.value)
  for (const { message } of compiled.problems) context.report('TF2025', loadUri.span, { message })
  const parameters = exceptionPage ? [] : [...(context.localization.enabled ? [languages] : []), ...declared(context)]
  return {
    template: loadUri.value,
    origin: originOf(loadUri.span),
    evaluate: (resolvers) =>
      withQuery(
        resolveText(compiled, resolvers) ?? '',
        parameters.flatMap((parameter) => {
          const [name, value] = parameter(resolvers)
          return value === undefined ? [] : [[name, value] as const]
        })
      )
  }
}

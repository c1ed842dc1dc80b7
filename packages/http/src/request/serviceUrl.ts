/** `ServiceUrl` → where a request goes, with its placeholders filled in. Source: docs/fidelity/restful.md, The request. */
import { formatValue } from '@trustframe/claims'
import { RequestInvalid } from '@trustframe/core/exchange'
import type { RestfulInput } from '@trustframe/core/ports'
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Result from 'effect/Result'
import { encodeUrlValue } from './encode.ts'
import { masked, maskPath, maskUrl } from './mask.ts'

/** Where a request goes. */
export interface Target {
  readonly origin: string
  /** Path and query; starts with a slash. */
  readonly path: string
  readonly maskedUrl: string
}

type UrlFailure = typeof RequestInvalid.Type

const invalid = (detail: string) => Result.fail(RequestInvalid.make({ detail }))

/** The URL of a text without placeholders; the fragment and the userinfo are left out. */
const parse = (text: string): URL | undefined => {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
}

const targetOf = (url: URL, maskedPath: string): Target => ({
  origin: url.origin,
  path: url.pathname + url.search,
  maskedUrl: url.origin + maskPath(maskedPath)
})

const noUrl = (template: string) =>
  invalid(`the ServiceUrl "${template}" is not an absolute http or https URL (AADB2C90026)`)

/** A value that is a whole path segment of dots would climb out of the path, encoded or not (RFC 3986, 5.2.4). */
const climbs = (text: string): boolean => /(^|[/\\])\.{1,2}($|[/?\\])/.test(text.replace(/^[a-z]+:\/\/[^/?#]*/i, ''))

/**
 * Compiles the `ServiceUrl`. A claim without a value, and a value that would change the host or climb out of the path,
 * give `RequestInvalid`.
 */
export const compileServiceUrl = (plan: RestfulPlan): ((input: RestfulInput) => Result.Result<Target, UrlFailure>) => {
  const { parts } = plan.serviceUrl
  const template = maskUrl(plan.serviceUrl.template)
  if (parts.every((part) => typeof part === 'string')) {
    const url = parse(parts.join(''))
    const target = url === undefined ? noUrl(template) : Result.succeed(targetOf(url, url.pathname + url.search))
    return () => target
  }
  const start = parts[0]
  const origin = typeof start === 'string' ? parse(start)?.origin : undefined
  if (origin === undefined) return () => noUrl(template)
  const climbsItself = climbs(parts.map((part) => (typeof part === 'string' ? part : 'x')).join(''))

  return (input) => {
    let text = ''
    let shown = ''
    for (const part of parts) {
      if (typeof part === 'string') {
        text += part
        shown += part
        continue
      }
      const value = input[part.input]
      const binding = plan.inputClaims[part.input]
      if (value === undefined || binding === undefined) {
        return invalid(
          `{${part.name}} in the ServiceUrl "${template}" names ${
            binding === undefined ? 'no input claim' : `claim "${binding.claim.id}", which has no value`
          }`
        )
      }
      const encoded = encodeUrlValue(formatValue(value))
      text += encoded
      shown += binding.secret ? masked : encoded
    }
    if (!climbsItself && climbs(text)) {
      return invalid(`a value for the ServiceUrl "${template}" would make a path segment of dots only`)
    }
    const url = parse(text)
    if (url === undefined || url.origin !== origin) {
      return invalid(`a value for the ServiceUrl "${template}" would change its host`)
    }
    const visible = parse(shown) ?? url
    return Result.succeed(targetOf(url, visible.pathname + visible.search))
  }
}

/** Cuts a `ServiceUrl` at its placeholders and binds them to input claims. */
import { findPlaceholders, type Text } from '@trustframe/policy'
import { formatAadb2c } from '../errors/aadb2c.ts'
import type { ClaimBinding } from '../plan/ClaimBinding.ts'
import type { SendClaimsIn, ServiceUrl, UrlPlaceholder } from '../plan/RestfulPlan.ts'
import { type CompileContext, originOf } from './CompileContext.ts'
import { reportPlaceholder } from './bindClaim.ts'

/** How a placeholder found its claim, from exact to loose. */
const matches: ReadonlyArray<{ readonly how: string; readonly test: (name: string, claim: ClaimBinding) => boolean }> =
  [
    { how: 'its partner name', test: (name, { partnerName }) => partnerName === name },
    { how: 'the id of its claim type', test: (name, { claim }) => claim.id === name },
    {
      how: 'its partner name, in another case',
      test: (name, { partnerName }) => partnerName.toLowerCase() === name.toLowerCase()
    },
    {
      how: 'the id of its claim type, in another case',
      test: (name, { claim }) => claim.id.toLowerCase() === name.toLowerCase()
    }
  ]

/**
 * The input claim that a placeholder names. What B2C looks at is contradicted by its own documents, so the order is:
 * partner name, claim type id, then both ignoring case; anything but the first is a warning.
 */
const findInput = (name: string, inputs: ReadonlyArray<ClaimBinding>) => {
  for (const [rank, { how, test }] of matches.entries()) {
    const input = inputs.findIndex((claim) => test(name, claim))
    const found = inputs[input]
    if (found !== undefined) return { input, found, how, exact: rank === 0 }
  }
  return undefined
}

/** Placeholders with their places in the decoded text as well as in the file. */
const placeholdersOf = (text: Text) => {
  const found = findPlaceholders(text)
  let from = 0
  return found.flatMap((placeholder) => {
    const start = text.value.indexOf(`{${placeholder.name}}`, from)
    if (start < 0) return []
    from = start + placeholder.name.length + 2
    return [{ ...placeholder, start, end: from }]
  })
}

/** Where the authority of a URL template ends: the first slash, question mark or hash after `://`. */
const endOfAuthority = (template: string): number => {
  const scheme = template.indexOf('://')
  if (scheme < 0) return 0
  const end = template.slice(scheme + 3).search(/[/?#]/)
  return end < 0 ? template.length : scheme + 3 + end
}

/** The URL of a profile, with its placeholders bound when `sendClaimsIn` is `Url`; findings for whatever is wrong. */
export const compileServiceUrl = (
  context: CompileContext,
  profileId: string,
  text: Text,
  sendClaimsIn: SendClaimsIn,
  inputs: ReadonlyArray<ClaimBinding>
): ServiceUrl | undefined => {
  const names = inputs.flatMap(({ claim, partnerName }) => [partnerName, claim.id])
  const template = text.value
  const placeholders = placeholdersOf(text)
  const before = context.diagnostics.length

  const parts: Array<string | UrlPlaceholder> = []
  if (sendClaimsIn === 'Url') {
    const authority = endOfAuthority(template)
    let at = 0
    for (const { end, name, span, start } of placeholders) {
      const match = findInput(name, inputs)
      if (match === undefined) {
        reportPlaceholder(context, { name, span }, `the ServiceUrl of "${profileId}"`, names)
        continue
      }
      if (start < authority) {
        context.report('TF2005', span, {
          message: `{${name}} stands in the host of the ServiceUrl of "${profileId}", where B2C allows no claims`,
          help: 'write the host out, or put it in a setting'
        })
        continue
      }
      if (!match.exact) {
        context.report('TF2006', span, {
          message: `{${name}} matches input claim "${match.found.claim.id}" only by ${match.how}`,
          help: `write {${match.found.partnerName}}: a placeholder names the claim's PartnerClaimType`
        })
      }
      if (start > at) parts.push(template.slice(at, start))
      parts.push({ name, input: match.input })
      at = end
    }
    if (at < template.length) parts.push(template.slice(at))
  } else {
    const where = `the ServiceUrl of "${profileId}" (only SendClaimsIn "Url" puts claims there)`
    for (const placeholder of placeholders) reportPlaceholder(context, placeholder, where, [])
    parts.push(template)
  }
  if (context.diagnostics.slice(before).some(({ severity }) => severity === 'error')) return undefined

  const sample = parts.map((part) => (typeof part === 'string' ? part : 'x')).join('')
  if (!URL.canParse(sample) || !/^https?:\/\//i.test(sample)) {
    context.report('TF2011', text.span, {
      message: formatAadb2c('AADB2C90026', profileId, 'ServiceUrl', template),
      help: 'write an absolute URL that starts with https://'
    })
    return undefined
  }
  return { template, parts, origin: originOf(text.span) }
}

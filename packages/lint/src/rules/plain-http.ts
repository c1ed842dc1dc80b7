/** Nothing should go over the network without TLS. */
import { childrenOf, type Policy, type Span, type Text } from '@trustframe/policy'
import { metadataContract } from '../metadataContract.ts'
import type { Report, Rule } from '../Rule.ts'

/** This machine, where nobody can listen in. */
const local = /^http:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/?#]|$)/i

const framing = ({ relyingParty }: Policy): ReadonlyArray<{ readonly value: string; readonly span: Span }> =>
  (relyingParty === undefined ? [] : childrenOf(relyingParty.element, 'UserJourneyBehaviors'))
    .flatMap((behaviors) => childrenOf(behaviors, 'JourneyFraming'))
    .flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'Sources'))
    .map(({ value, valueSpan }) => ({ value, span: valueSpan }))

const checkUrl = (text: Text | undefined, what: string, report: Report): void => {
  if (text === undefined || !/^http:\/\//i.test(text.value) || local.test(text.value)) return
  report(text.span, { message: `${what} is a URL without TLS: "${text.value}"`, help: 'write https' })
}

export const plainHttp: Rule = {
  code: 'TF3605',
  name: 'plain-http',
  title: 'URL without TLS',
  severity: 'warning',
  origin: 'b2c-rejects',
  alsoReportedAs: ['TF2010'],
  checkProfile: ({ contract, profile }, report) => {
    if (contract === undefined) return
    for (const { key, value } of profile.metadata) {
      if (metadataContract(contract, key.value)?.type._tag !== 'Url') continue
      checkUrl(value, `the metadata "${key.value}" of "${profile.id.value}"`, report)
    }
  },
  check: ({ policy }, report) => {
    for (const { id, loadUri } of policy.contentDefinitions.values()) {
      checkUrl(loadUri, `the LoadUri of content definition "${id.value}"`, report)
    }
    for (const { span, value } of framing(policy)) {
      if (!/(?:^|\s)http:\/\//i.test(value)) continue
      report(span, { message: 'JourneyFraming allows frames of pages without TLS', help: 'write https' })
    }
  }
}

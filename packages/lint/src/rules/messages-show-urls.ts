/** Texts for users should not show the URLs of services. */
import { keyOf } from '@trustframe/policy'
import { localizedErrors } from '../localizedErrors.ts'
import { metadataContract } from '../metadataContract.ts'
import type { Rule } from '../Rule.ts'

/** What an argument of a message stands for. */
const serviceUrl = 'the service URL'

export const messagesShowUrls: Rule = {
  code: 'TF3502',
  name: 'messages-show-urls',
  title: 'message that shows users the URL of a service',
  severity: 'warning',
  origin: 'advice',
  checkProfile: ({ contract, profile }, report) => {
    if (contract?.name !== 'RestfulProvider') return
    for (const { key, value } of profile.metadata) {
      const type = metadataContract(contract, key.value)?.type
      if (type?._tag !== 'Message') continue
      const index = type.arguments.indexOf(serviceUrl)
      if (index >= 0 && value.value.includes(`{${index}}`)) {
        report(value.span, {
          message: `the message "${key.value}" shows users the URL of the service: {${index}} stands for it`,
          help: `leave {${index}} out`
        })
      } else if (/https?:\/\//i.test(value.value)) {
        report(value.span, {
          message: `the message "${key.value}" shows users a URL`,
          help: 'say what the user can do instead'
        })
      }
    }
  },
  check: ({ policy, profiles }, report) => {
    const contract = profiles.find((checked) => checked.contract?.name === 'RestfulProvider')?.contract
    if (contract === undefined) return
    const localized = localizedErrors(policy)
    for (const { key, type } of contract.metadata) {
      const index = type._tag === 'Message' ? type.arguments.indexOf(serviceUrl) : -1
      if (index < 0) continue
      for (const { stringId, value } of localized.get(keyOf(key)) ?? []) {
        if (!value.value.includes(`{${index}}`)) continue
        report(value.span, {
          message: `the message "${stringId.value}" shows users the URL of the service: {${index}} stands for it`,
          help: `leave {${index}} out`
        })
      }
    }
  }
}

/** Texts for users should not show the URLs of services. */
import { keyOf } from '@trustframe/policy'
import { metadataContract } from '../metadataContract.ts'
import type { Rule } from '../Rule.ts'

export const messagesShowUrls: Rule = {
  code: 'TF3502',
  name: 'messages-show-urls',
  title: 'message that shows users the URL of a service',
  severity: 'warning',
  origin: 'advice',
  check: ({ policy, profiles }, report) => {
    const contracts = new Map<string, ReadonlyArray<string>>()
    for (const { contract, profile } of profiles) {
      if (contract?.name !== 'RestfulProvider') continue
      for (const { key, type } of contract.metadata)
        if (type._tag === 'Message') contracts.set(keyOf(key), type.arguments)
      for (const { key, value } of profile.metadata) {
        const type = metadataContract(contract, key.value)?.type
        if (type?._tag !== 'Message') continue
        const index = type.arguments.indexOf('the service URL')
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
    }
    for (const { strings } of policy.localization?.resources ?? []) {
      for (const { elementType, stringId, value } of strings) {
        const index = contracts.get(keyOf(stringId.value))?.indexOf('the service URL') ?? -1
        if (keyOf(elementType.value) !== 'errormessage' || index < 0 || !value.value.includes(`{${index}}`)) continue
        report(value.span, {
          message: `the message "${stringId.value}" shows users the URL of the service: {${index}} stands for it`,
          help: `leave {${index}} out`
        })
      }
    }
  }
}

/** Claims resolvers must exist. */
import { compileText } from '@trustframe/claims'
import type { Text } from '@trustframe/policy'
import { completes } from '../completes.ts'
import type { Report, Rule } from '../Rule.ts'

const checkText = (text: Text | undefined, report: Report): void => {
  if (text === undefined || !/\{[a-z][a-z0-9-]*:/i.test(text.value)) return
  for (const { message } of compileText(text.value).problems) {
    const [what = '', meant] = message.split(/\.\s*(?=Did you mean)/)
    report(text.span, {
      message: lowerFirst(what),
      help: meant === undefined ? 'use one of the documented claims resolvers' : lowerFirst(meant)
    })
  }
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '')

export const knownResolvers: Rule = {
  ...completes('TF2025'),
  name: 'known-resolvers',
  checkProfile: ({ profile }, report) => {
    for (const { defaultValue } of [...profile.inputClaims, ...profile.persistedClaims, ...profile.outputClaims]) {
      checkText(defaultValue, report)
    }
  },
  checkContentDefinition: ({ loadUri }, report) => checkText(loadUri, report),
  check: ({ policy }, report) => {
    for (const { value } of policy.relyingParty?.userJourneyBehaviors?.contentDefinitionParameters ?? []) {
      checkText(value, report)
    }
  }
}

/** The protocol and the handler of a technical profile must be known. */
import { handlers, typeNameOf } from '@trustframe/plan/handlers'
import { keyOf, suggest } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'
import { writeInstead } from '../words.ts'

const typeNames: ReadonlyArray<string> = handlers.flatMap(({ handler }) => handler ?? [])

/** Protocols of the schema that nothing speaks. */
const retired: ReadonlySet<string> = new Set(['WsFed', 'WsTrust', 'UProve11'])

export const knownHandlers: Rule = {
  code: 'TF3101',
  name: 'known-handlers',
  title: 'unknown handler',
  severity: 'error',
  origin: 'b2c-fails',
  checkProfile: ({ contract, profile }, report) => {
    const { protocol } = profile
    if (protocol === undefined) return
    const { handler, name } = protocol
    if (handler === undefined) {
      if (retired.has(name.value)) {
        report(name.span, {
          message: `the protocol "${name.value}" is in the schema, and no technical profile can use it`,
          help: 'use OpenIdConnect, OAuth2 or SAML2'
        })
      } else if (name.value === 'Proprietary') {
        report(protocol.span, {
          message: `technical profile "${profile.id.value}" has the protocol "Proprietary" and no handler`,
          help: 'add Handler="Web.TPEngine.Providers.…, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null"'
        })
      }
      return
    }
    const typeName = typeNameOf(handler.value)
    if (contract?.handler === typeName) return
    const meant = typeNames.find((known) => keyOf(known) === keyOf(typeName)) ?? suggest(typeName, typeNames)
    const text = meant === undefined ? undefined : handler.value.replace(typeName, meant)
    report(handler.span, {
      message: `there is no handler "${typeName}"`,
      help: meant === undefined ? 'a handler is one of the types of the documentation' : `did you mean "${meant}"?`,
      ...(text === undefined ? {} : { fix: writeInstead(handler.span, text) })
    })
  }
}

/** What an account is after attributes were written, or why they cannot be. */
import type { Json } from '@trustframe/claims'
import type { Attributes, DirectoryAnswer } from '@trustframe/core/ports'
import * as Result from 'effect/Result'
import type { Account, SignInName } from './Account.ts'
import { type AttributeRule, attributeRule } from './attributeRules.ts'
import { checkAttribute } from './checkAttribute.ts'
import type { DirectoryRules } from './DirectoryOptions.ts'
import { readIdentities, withIdentity } from './identities.ts'
import { signInNameProblem } from './signInNameProblem.ts'
import { signInNameType } from './uniqueKeys.ts'

export type Refusal = Extract<DirectoryAnswer, { readonly _tag: 'AttributeRefused' }>

/** An attribute that does not take its value. */
export const invalidValue = (attribute: string, detail: string): Refusal => ({
  _tag: 'AttributeRefused',
  attribute,
  reason: 'InvalidValue',
  detail: `attribute "${attribute}" ${detail}`
})

type Written = Result.Result<Account, Refusal>

const refuse = (attribute: string, detail: string): Written => Result.fail(invalidValue(attribute, detail))

const isEmpty = (value: Json): boolean => value === null || value === ''

const sameText = (value: Json, text: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === text.toLowerCase()

const userPrincipalName = /^[^@\s]+@([^@\s]+)$/

/** Source: active-directory-technical-profile (requirements), user-profile-attributes (userPrincipalName). */
const writeUserPrincipalName = (account: Account, value: Json, isNew: boolean, rules: DirectoryRules): Written => {
  const attribute = 'userPrincipalName'
  if (sameText(value, account.userPrincipalName)) return Result.succeed(account)
  if (!isNew) return refuse(attribute, 'cannot be changed')
  const domain = typeof value === 'string' ? userPrincipalName.exec(value)?.[1]?.toLowerCase() : undefined
  if (typeof value !== 'string' || domain === undefined) return refuse(attribute, 'takes a name, "@" and a domain')
  return rules.domains === undefined || rules.domains.some((one) => one.toLowerCase() === domain)
    ? Result.succeed({ ...account, userPrincipalName: value })
    : refuse(attribute, `takes a name of the tenant's domains, which are ${rules.domains.join(', ')}`)
}

const writeIdentities = (account: Account, attribute: string, value: Json): Written => {
  if (isEmpty(value)) return Result.succeed({ ...account, identities: [] })
  const written = readIdentities(value)
  const [only] = written ?? []
  if (written === undefined) return refuse(attribute, 'takes identities with "issuer" and "issuerUserId"')
  if (attribute.toLowerCase() !== 'alternativesecurityid') return Result.succeed({ ...account, identities: written })
  return only === undefined || written.length > 1
    ? refuse(attribute, 'takes one identity')
    : Result.succeed({ ...account, identities: withIdentity(account.identities, only) })
}

/** A text, a boolean or a list, kept by the rule of its attribute. */
const writeKept = (account: Account, rule: AttributeRule, value: Json): Written => {
  const attributes = new Map(account.attributes)
  if (isEmpty(value)) {
    if (rule.key === 'displayname') return refuse(rule.name, 'is required and cannot be empty')
    if (rule.key === 'accountenabled') return refuse(rule.name, 'takes "true" or "false"')
    attributes.delete(rule.key)
    return Result.succeed({ ...account, attributes })
  }
  const checked = checkAttribute(rule, value)
  if (checked._tag === 'Refused') return refuse(rule.name, checked.detail)
  if (rule.key === 'accountenabled') return Result.succeed({ ...account, accountEnabled: checked.value === true })
  const name = attributes.get(rule.key)?.name ?? rule.name
  return Result.succeed({ ...account, attributes: attributes.set(rule.key, { name, value: checked.value }) })
}

const writeOne = (account: Account, name: string, value: Json, isNew: boolean, rules: DirectoryRules): Written => {
  switch (name.toLowerCase()) {
    case 'objectid':
      return sameText(value, account.objectId) || (isNew && isEmpty(value))
        ? Result.succeed(account)
        : refuse(name, 'is given by the directory')
    case 'userprincipalname':
      return writeUserPrincipalName(account, value, isNew, rules)
    case 'alternativesecurityid':
    case 'alternativesecurityids':
    case 'useridentities':
      return writeIdentities(account, name, value)
    default: {
      const rule = attributeRule(name)
      if (rule === undefined) return refuse(name, 'is not known; custom attributes begin with "extension_"')
      return rule.readOnly
        ? refuse(name, 'is kept by the directory and cannot be written')
        : writeKept(account, rule, value)
    }
  }
}

/**
 * Sign-in names that are written replace all others: writing one type alone removes the types that are not written with it. An
 * empty one removes its type alone. Source: user-profile-attributes (signInNames).
 */
const writeSignInNames = (account: Account, written: ReadonlyArray<readonly [type: string, value: Json]>): Written => {
  const names: Array<SignInName> = []
  const cleared = new Set<string>()
  for (const [type, value] of written) {
    const attribute = `signInNames.${type}`
    if (isEmpty(value)) cleared.add(type.toLowerCase())
    else if (typeof value !== 'string') return refuse(attribute, 'takes a text')
    else {
      const problem = signInNameProblem(type, value)
      if (problem !== undefined) return refuse(attribute, problem)
      names.push({ type, value })
    }
  }
  const signInNames =
    names.length > 0 ? names : account.signInNames.filter(({ type }) => !cleared.has(type.toLowerCase()))
  return Result.succeed({ ...account, signInNames })
}

const mostIdentities = 10
const mostExtensions = 100

/** Source: user-profile-attributes (required attributes, identities, extension attributes). */
const checkWhole = (account: Account): Written => {
  if (!account.attributes.has('displayname')) return refuse('displayName', 'is required and cannot be empty')
  if (account.signInNames.length + account.identities.length > mostIdentities) {
    return refuse('signInNames', `and external identities are more than ${mostIdentities}`)
  }
  const extensions = Array.from(account.attributes.keys()).filter((key) => key.startsWith('extension_'))
  return extensions.length > mostExtensions
    ? refuse('extension_', `is one of more than ${mostExtensions} custom attributes`)
    : Result.succeed(account)
}

/** The account with these attributes; `null` and an empty text clear one. */
export const writeAttributes = (
  account: Account,
  attributes: Attributes,
  { isNew, rules }: { readonly isNew: boolean; readonly rules: DirectoryRules }
): Written =>
  Result.gen(function* () {
    let written = account
    const signInNames: Array<readonly [string, Json]> = []
    for (const [name, value] of Object.entries(attributes)) {
      const type = signInNameType(name)
      if (type === undefined) written = yield* writeOne(written, name, value, isNew, rules)
      else signInNames.push([type, value])
    }
    if (signInNames.length > 0) written = yield* writeSignInNames(written, signInNames)
    return yield* checkWhole(written)
  })

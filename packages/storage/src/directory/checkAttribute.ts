/** Whether an attribute takes a value. */
import { isJsonArray, type Json, parseDate, parseInstant } from '@trustframe/claims'
import { passwordPoliciesProblem } from '../passwords/passwordPolicies.ts'
import type { AttributeRule } from './attributeRules.ts'

/** The value as it is kept, or why it cannot be. */
export type Checked =
  | { readonly _tag: 'Kept'; readonly value: Json }
  | { readonly _tag: 'Refused'; readonly detail: string }

const kept = (value: Json): Checked => ({ _tag: 'Kept', value })
const refused = (detail: string): Checked => ({ _tag: 'Refused', detail })

const ascii = /^[\x20-\x7e]*$/

const checkText = ({ longest, name, values }: AttributeRule, text: string): Checked => {
  if (longest !== undefined && text.length > longest) return refused(`has more than ${longest} characters`)
  if (values !== undefined) {
    const value = values.find((candidate) => candidate.toLowerCase() === text.toLowerCase())
    return value === undefined ? refused(`takes ${values.map((one) => `"${one}"`).join(', ')}`) : kept(value)
  }
  if (name === 'displayName' && /[<>]/.test(text)) return refused('must not hold "<" or ">"')
  if (name === 'strongAuthenticationEmailAddress' && !ascii.test(text)) return refused('must not hold accents')
  if (name === 'passwordPolicies') {
    const problem = passwordPoliciesProblem(text)
    if (problem !== undefined) return refused(problem)
  }
  return kept(text)
}

const checkTexts = (rule: AttributeRule, value: Json): Checked => {
  const items = isJsonArray(value) ? value : [value]
  for (const item of items) {
    if (typeof item !== 'string') return refused('takes a list of texts')
    if (rule.longest !== undefined && item.length > rule.longest) {
      return refused(`has an item of more than ${rule.longest} characters`)
    }
    if (!ascii.test(item)) return refused('must not hold accents')
  }
  return kept(items)
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false]
])

const checkExtension = (rule: AttributeRule, value: Json): Checked => {
  if (typeof value === 'string') return checkText(rule, value)
  if (typeof value === 'boolean') return kept(value)
  return (typeof value === 'number' && Number.isInteger(value)) || typeof value === 'bigint'
    ? kept(value)
    : refused('takes a text, a boolean, an integer or a date and time')
}

/** Holds a value, which is neither `null` nor empty, against its attribute. Source: user-profile-attributes. */
export const checkAttribute = (rule: AttributeRule, value: Json): Checked => {
  switch (rule.kind) {
    case 'text':
      return typeof value === 'string' ? checkText(rule, value) : refused('takes a text')
    case 'texts':
      return checkTexts(rule, value)
    case 'boolean': {
      const truth = typeof value === 'string' ? truths.get(value.toLowerCase()) : value
      return typeof truth === 'boolean' ? kept(truth) : refused('takes "true" or "false"')
    }
    case 'moment':
      return typeof value === 'string' && parseInstant(value) !== undefined
        ? kept(value)
        : refused('takes a date and time in ISO 8601')
    case 'day':
      return typeof value === 'string' && parseDate(value) !== undefined ? kept(value) : refused('takes a date')
    case 'extension':
      return checkExtension(rule, value)
  }
}

/** Reads the metadata of a technical profile by the contract of its handler. */
import type { TechnicalProfile, Text } from '@trustframe/policy'
import type { HandlerContract, MetadataContract } from '../handlers/index.ts'
import { type Aadb2cCode, formatAadb2c } from '../errors/aadb2c.ts'
import { type CompileContext, didYouMean } from './CompileContext.ts'

/** The values of a profile, by the keys of its contract. */
export interface Metadata<Key extends string> {
  readonly text: (key: Key) => Text | undefined
  /** A value that has to be there; its absence is a finding. */
  readonly required: (key: Key) => Text | undefined
  /** `true`, `false`, `1`, `0` in any case; the contract's default when absent or not a boolean. */
  readonly boolean: (key: Key) => boolean
  /** A whole number within the contract's range; its default, if any, when absent or not such a number. */
  readonly integer: (key: Key) => number | undefined
  /** The value as the contract spells it, its default when absent, `undefined` when it is none of those allowed. */
  readonly oneOf: (key: Key) => string | undefined
}

/** B2C's own codes for values that are not allowed. */
const codes: ReadonlyMap<string, Aadb2cCode> = new Map([
  ['AuthenticationType', 'AADB2C90024'],
  ['SendClaimsIn', 'AADB2C90029']
])

/** A placeholder that nobody replaced; it is reported as such, once. */
const unreplaced = ({ value }: Text): boolean => /^\{[^{}]*\}$/.test(value)

/** The keys of a contract. */
export type MetadataKey<Contract extends HandlerContract> = Contract['metadata'][number]['key']

/** A reader of `profile`'s metadata; what does not fit the contract becomes a finding when it is read. */
export const readMetadata = <Contract extends HandlerContract>(
  context: CompileContext,
  profile: TechnicalProfile,
  contract: Contract
): Metadata<MetadataKey<Contract>> => {
  const values = new Map(profile.metadata.map(({ key, value }) => [key.value.trim().toLowerCase(), value]))
  const contractOf = (key: string): MetadataContract | undefined => contract.metadata.find((item) => item.key === key)

  const text = (key: string): Text | undefined => {
    const value = values.get(key.toLowerCase())
    if (value !== undefined) return value
    const alias = contractOf(key)?.aliases?.find((name) => values.has(name.toLowerCase()))
    return alias === undefined ? undefined : values.get(alias.toLowerCase())
  }

  const required = (key: string) => {
    const value = text(key)
    if (value === undefined) {
      context.report('TF2001', profile.id.span, {
        message: formatAadb2c('AADB2C90023', profile.id.value, key),
        help: `add <Item Key="${key}"> to its Metadata`
      })
    }
    return value
  }

  const boolean = (key: string) => {
    const value = text(key)
    const byDefault = contractOf(key)?.default === 'true'
    if (value === undefined || value.value === '') return byDefault
    switch (value.value.toLowerCase()) {
      case 'true':
      case '1':
        return true
      case 'false':
      case '0':
        return false
      default:
        if (!unreplaced(value)) {
          context.report('TF2003', value.span, {
            message: formatAadb2c('AADB2C90030', profile.id.value, key),
            help: `"${value.value}" is no boolean`
          })
        }
        return byDefault
    }
  }

  const integer = (key: string) => {
    const item = contractOf(key)
    const value = text(key)
    const byDefault = item?.default === undefined ? undefined : Number(item.default)
    if (value === undefined || value.value === '') return byDefault
    const type = item?.type._tag === 'Integer' ? item.type : undefined
    const number = /^\d+$/.test(value.value) ? Number(value.value) : undefined
    const { maximum, minimum } = type ?? {}
    if (number !== undefined && number >= (minimum ?? 0) && number <= (maximum ?? Number.MAX_SAFE_INTEGER))
      return number
    if (!unreplaced(value)) {
      const range = maximum === undefined ? `from ${minimum ?? 0}` : `from ${minimum ?? 0} to ${maximum}`
      context.report('TF2031', value.span, {
        message: `metadata ${key} of technical profile "${profile.id.value}" is "${value.value}", which is no whole number ${range}`,
        help: byDefault === undefined ? 'write digits only' : `leave it out for ${byDefault}`
      })
    }
    return byDefault
  }

  const oneOf = (key: string) => {
    const item = contractOf(key)
    if (item?.type._tag !== 'OneOf') return undefined
    const value = item.required === true ? required(key) : text(key)
    if (value === undefined) return item.default
    const found = item.type.values.find((allowed) => allowed.toLowerCase() === value.value.toLowerCase())
    if (found === undefined) {
      const expected = item.type.values.map((allowed) => `'${allowed}'`).join(', ')
      const code = codes.get(key)
      context.report('TF2002', value.span, {
        message:
          code === undefined
            ? `metadata ${key} of technical profile "${profile.id.value}" is "${value.value}", which is not one of ${expected}`
            : formatAadb2c(code, profile.id.value, value.value, expected),
        help: didYouMean(value.value, item.type.values, `write one of ${item.type.values.join(', ')}`)
      })
    }
    return found
  }

  return { text, required, boolean, integer, oneOf }
}

/** Makes a policy that has every element and every attribute of the grammar. */
import type { ElementRule } from '../../src/grammar/ElementRule.ts'
import { policy } from '../../src/grammar/policy.ts'
import {
  culture,
  guid,
  policyIdPattern,
  policyId,
  schemaVersion,
  telemetryVersion,
  tenantId
} from '../../src/grammar/values.ts'
import type { ValueType } from '../../src/grammar/ValueType.ts'
import { type Tree, tree } from './trees.ts'

const samples: ReadonlyMap<ValueType, string> = new Map([
  [culture, 'pt-BR'],
  [guid, '01234567-89ab-cdef-0123-456789ABCDEF'],
  [policyId, 'B2C_1A_Base'],
  [policyIdPattern, 'B2C_1A_{a}'],
  [schemaVersion, '0.3.0.0'],
  [telemetryVersion, '1.0.0'],
  [tenantId, 'contoso.onmicrosoft.com']
])

const sample = (type: ValueType): string => {
  if (type.kind === 'enumeration' || type.kind === 'boolean') return type.values[0] ?? ''
  if (type.kind === 'int') return '1'
  return samples.get(type) ?? 'https://example.com/a?b=c'
}

/** Elements that exclude each other take turns. */
export const completePolicies = (): ReadonlyArray<Tree> =>
  [0, 1].map((turn) => build('TrustFrameworkPolicy', policy, turn))

const build = (name: string, rule: ElementRule, turn: number): Tree => {
  const children = [...rule.children.values()]
  const chosen = rule.choice ? children.slice(turn, turn + 1) : children
  return {
    ...tree(name),
    attributes: [...rule.attributes].map(([attribute, { type }]) => [attribute, sample(type)]),
    text: rule.text === undefined ? '' : sample(rule.text),
    children: chosen.map((child) => build(child.name, child.element, turn))
  }
}

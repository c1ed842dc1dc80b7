/** The JSON Schema of `trustframe.json`, for editors. */
import * as Schema from 'effect/Schema'
import { TrustframeConfig } from './TrustframeConfig.ts'

const closed = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(closed)
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]))
  // The command refuses keys that it does not know, so an editor should too.
  return 'properties' in copy && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy
}

/** Derived from `TrustframeConfig`; it is published as `trustframe.schema.json`. */
export const projectJsonSchema = (): unknown => {
  const { definitions, schema } = Schema.toJsonSchemaDocument(TrustframeConfig)
  return closed({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema, $defs: definitions })
}

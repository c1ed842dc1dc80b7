/** Compares models without regard to their places. */

/** A model without places: texts are strings, maps are lists of pairs. */
export const plain = (value: unknown): unknown => {
  if (value instanceof Map) return [...value].map(([key, item]) => [key, plain(item)])
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  if ('value' in value && 'span' in value && typeof value.value === 'string') return value.value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'element' && name !== 'span')
      .map(([name, item]) => [name, plain(item)])
  )
}

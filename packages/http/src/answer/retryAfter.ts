/** `Retry-After`: how long a service asks its callers to wait (RFC 9110, section 10.2.3). */

/** Milliseconds from now; `undefined` for a header that is absent or neither seconds nor an HTTP date. */
export const retryAfterMillis = (value: string | undefined, nowMillis: number): number | undefined => {
  const text = value?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  if (!/^[A-Za-z]{3,9},? .*\d{2}:\d{2}:\d{2}/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMillis)
}

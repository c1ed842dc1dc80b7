import { authenticatorCode } from '@trustframe/storage'
import { describe, expect, it } from 'vitest'

/** RFC 6238 appendix B (SHA-1), the last six of eight digits; the key is "12345678901234567890" in base32. */
const vectors: ReadonlyArray<readonly [seconds: number, code: string]> = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130']
]

describe('authenticatorCode', () => {
  it.each(vectors)('at %d seconds', (seconds, code) => {
    expect(authenticatorCode('gezd gnbv gy3t qojq gezd gnbv gy3t qojq', seconds * 1000)).toBe(code)
  })

  it('shows nothing for what is no key', () => {
    expect(authenticatorCode('not base32!', 0)).toBeUndefined()
  })
})

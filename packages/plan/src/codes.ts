/** The diagnostics of compiling a policy into a plan: each code's title, severity and whose rule it is. */
import type { Origin, Severity } from '@trustframe/policy'

/** What a code stands for. */
export interface CodeContract {
  readonly title: string
  readonly severity: Severity
  readonly origin: Origin
}

export const planCodes = {
  TF2001: { title: 'Required metadata is missing', severity: 'error', origin: 'b2c-rejects' },
  TF2002: { title: 'Metadata value is not one of those allowed', severity: 'error', origin: 'b2c-rejects' },
  TF2003: { title: 'Metadata value is not a boolean', severity: 'error', origin: 'b2c-rejects' },
  TF2004: { title: 'Placeholder is neither a setting nor an input claim', severity: 'error', origin: 'b2c-fails' },
  TF2005: { title: 'Placeholder in the host of a service URL', severity: 'error', origin: 'b2c-rejects' },
  TF2006: { title: 'Placeholder names its claim only loosely', severity: 'warning', origin: 'b2c-fails' },
  TF2007: { title: 'Required cryptographic key is missing', severity: 'error', origin: 'b2c-rejects' },
  TF2008: { title: 'Bearer authentication without a token', severity: 'error', origin: 'b2c-rejects' },
  TF2009: { title: 'Insecure authentication in a production policy', severity: 'error', origin: 'b2c-rejects' },
  TF2010: { title: 'Service URL without TLS', severity: 'error', origin: 'b2c-rejects' },
  TF2011: { title: 'Service URL is not a URL', severity: 'error', origin: 'b2c-rejects' },
  TF2012: { title: 'Claim type is not declared', severity: 'error', origin: 'b2c-rejects' },
  TF2013: { title: 'Technical profile is not declared', severity: 'error', origin: 'b2c-rejects' },
  TF2014: { title: 'Claims transformation is not declared', severity: 'error', origin: 'b2c-rejects' },
  TF2015: { title: 'Default value does not fit the data type', severity: 'error', origin: 'b2c-rejects' },
  TF2016: { title: 'Claims exchanges without a selection', severity: 'error', origin: 'b2c-rejects' },
  TF2017: { title: 'Gap in the order of the steps', severity: 'error', origin: 'b2c-rejects' },
  TF2018: { title: 'No default user journey', severity: 'error', origin: 'b2c-rejects' },
  TF2019: { title: 'User journey is not declared', severity: 'error', origin: 'b2c-rejects' },
  TF2020: { title: 'Claims transformation does not fit its method', severity: 'error', origin: 'b2c-rejects' },
  TF2021: { title: 'Not run by Trustframe yet', severity: 'warning', origin: 'unsupported' },
  TF2022: { title: 'Precondition cannot be evaluated', severity: 'error', origin: 'b2c-rejects' },
  TF2023: { title: 'Payload claim cannot be used', severity: 'error', origin: 'b2c-fails' },
  TF2024: { title: 'User journey does not end in SendClaims', severity: 'error', origin: 'b2c-rejects' },
  TF2025: { title: 'Claims resolver is unknown', severity: 'error', origin: 'b2c-fails' },
  TF2026: { title: 'Path into the answer cannot be read', severity: 'error', origin: 'b2c-fails' },
  TF2027: { title: 'Cryptographic key is not used', severity: 'warning', origin: 'advice' },
  TF2029: { title: 'Claims transformation fails whenever it runs', severity: 'error', origin: 'b2c-fails' },
  TF2030: { title: 'Claims transformation is written unusually', severity: 'advice', origin: 'advice' },
  TF2028: { title: 'Condition of EnabledForUserJourneys is incomplete', severity: 'error', origin: 'b2c-rejects' },
  TF2031: { title: 'Metadata value is not a number in its range', severity: 'error', origin: 'b2c-rejects' },
  TF2032: { title: 'Localized resources are not declared', severity: 'error', origin: 'b2c-rejects' },
  TF2033: { title: 'Content definition is not declared', severity: 'error', origin: 'b2c-rejects' },
  TF2034: { title: 'Claim type or predicate cannot be used on a page', severity: 'error', origin: 'b2c-fails' },
  TF2035: { title: 'Predicate validation is not declared', severity: 'error', origin: 'b2c-rejects' },
  TF2036: { title: 'Claim type or predicate is written unusually', severity: 'advice', origin: 'advice' },
  TF2037: { title: 'Display control is not declared', severity: 'error', origin: 'b2c-rejects' },
  TF2038: { title: 'Profile for session management manages no sessions', severity: 'error', origin: 'b2c-rejects' },
  TF2039: { title: 'Directory profile without exactly one key', severity: 'error', origin: 'b2c-rejects' },
  TF2040: { title: 'Selection without a claims exchange', severity: 'error', origin: 'b2c-rejects' },
  TF2041: { title: 'Sub journey is not declared', severity: 'error', origin: 'b2c-rejects' },
  TF2042: { title: 'Step of a legacy type', severity: 'error', origin: 'unsupported' },
  TF2043: { title: 'SendClaims step without an issuer', severity: 'error', origin: 'b2c-rejects' },
  TF2044: { title: 'Step after SendClaims', severity: 'error', origin: 'b2c-rejects' },
  TF2045: { title: 'Several SendClaims steps without a default issuer', severity: 'error', origin: 'b2c-rejects' }
} as const satisfies Record<string, CodeContract>

export type PlanCode = keyof typeof planCodes

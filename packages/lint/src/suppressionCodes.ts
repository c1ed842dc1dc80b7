/** The diagnostics about comments that suppress diagnostics. */
import type { CodeInfo } from '@trustframe/policy'

/** What a suppression may get wrong. */
export const suppressionCodes = {
  TF3901: { title: 'suppression without a reason', severity: 'warning', origin: 'advice' },
  TF3902: { title: 'suppression that suppresses nothing', severity: 'warning', origin: 'advice' },
  TF3903: { title: 'suppression of an unknown diagnostic', severity: 'warning', origin: 'advice' }
} as const satisfies Readonly<Record<string, CodeInfo>>

export type SuppressionCode = keyof typeof suppressionCodes

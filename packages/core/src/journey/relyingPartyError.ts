/** The error that a relying party receives when a journey fails. */
import type { JourneyContext } from './JourneyContext.ts'
import type { RelyingPartyError } from './JourneyError.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** `yyyy-MM-dd HH:mm:ssZ` in UTC, as in every error description. */
export const formatTimestamp = (epochMillis: number): string => {
  const time = new Date(epochMillis)
  const day = `${time.getUTCFullYear()}-${two(time.getUTCMonth() + 1)}-${two(time.getUTCDate())}`
  return `${day} ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}Z`
}

/**
 * A description, a correlation id and a timestamp, each on a line that ends in CRLF.
 * Source: troubleshoot-custom-policies, oauth2-error-technical-profile (layout).
 */
export const errorDescription = (code: string, message: string, context: JourneyContext, epochMillis: number): string =>
  `${code}: ${message}\r\nCorrelation ID: ${context.correlationId}\r\nTimestamp: ${formatTimestamp(epochMillis)}\r\n`

/** The error without a number that B2C gives for whatever goes wrong inside it. */
export const engineError = (context: JourneyContext, epochMillis: number): RelyingPartyError => ({
  error: 'server_error',
  error_description: errorDescription('AADB2C', 'An exception has occurred.', context, epochMillis)
})

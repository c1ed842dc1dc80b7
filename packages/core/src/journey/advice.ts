/** What a developer can do about an error of a journey. */
import type { JourneyErrorTag } from './JourneyError.ts'

const advice: Readonly<Record<JourneyErrorTag, string>> = {
  DnsResolutionFailed: 'check the host of the ServiceUrl; for a service of your own, map it with --host NAME=URL',
  ConnectionFailed: 'check that the service is running and reachable from here, and that its certificate is trusted',
  RequestTimeout: 'make the service answer faster, or raise resilience.timeout for this profile',
  CircuitOpen: 'find out why the service failed before; the circuit closes by itself when a probe succeeds',
  BulkheadFull: 'let the service take more calls at once, or raise resilience.bulkhead',
  StatusRejected: "look at the service's own log; to tell the user why, answer 409 with the error contract",
  ServiceRejected: 'nothing, if the service means it: the user reads its message',
  ErrorResponseUnreadable: 'let the service answer errors with a JSON body, best with the error contract (status 409)',
  AnswerUnreadable: 'let the service answer 200 with a JSON object',
  ClaimUnreadable: 'let the service send the type that the claim has, or change the DataType of the claim',
  RequiredClaimMissing: 'let an earlier step give the claim a value, add a DefaultValue, or drop Required',
  BearerTokenMissing: 'check that the profile that fetches the token ran before, and maps access_token to this claim',
  KeyUnavailable: 'add the key to the keys file, or set TRUSTFRAME_KEY_<StorageReferenceId>',
  RequestInvalid: 'check the claims that are put into the request',
  ClaimsTransformationFailed: 'check the claims that the transformation reads',
  NoClaimsExchangeSelected: 'precede the step with a selection, or leave it one claims exchange',
  NotSupported: 'run the technical profiles around it with --profile'
}

/** One sentence without a full stop. */
export const adviseOn = (tag: JourneyErrorTag): string => advice[tag]

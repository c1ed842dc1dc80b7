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
  AccountExists: 'use another sign-in name, or let the policy update accounts that are there',
  AccountNotFound: 'create the account first, for example among the users of trustframe.json',
  Cancelled: 'nothing: the person gave up',
  CodeRefused: 'enter the code that was sent last; look for it in the outbox',
  CustomRefused: 'look at the claims provider: it refuses on purpose',
  DirectoryRefused: 'check the attributes that the profile persists, and the rules of the directory',
  GrantRefused: 'let the person sign in again: the refresh token was revoked',
  IdentityProviderFailed: "check the profile's endpoints, client id and secret at the identity provider",
  InteractionRequired: 'run the journey where a person can answer, without prompt=none and not as NonInteractive',
  NoClaimsProvider: 'enable one of the choices (EnabledForUserJourneys)',
  OAuth2Error: 'nothing: the policy answers the application with an error of its own',
  PasswordForgotten: 'let the application start the password reset policy, or set setting.forgotPasswordLinkOverride',
  PasswordRefused: 'check the sign-in name and the password',
  PhoneMissing: 'give the account a phone number, or set ManualPhoneNumberEntryAllowed to true',
  PortMissing: 'provide the port when the runtime is composed',
  ProfileIncomplete: 'give the technical profile a Protocol, or remove what refers to it',
  RetriesExceeded: 'start the journey again',
  StateExpired: 'start the journey again',
  TokenRefused: "check the token's issuer, audience, times and signature against the profile's metadata",
  ClaimsTransformationFailed: 'check the claims that the transformation reads',
  NoClaimsExchangeSelected: 'precede the step with a selection, or leave it one claims exchange',
  NotSupported:
    'use OpenID Connect, OAuth 2 or a RESTful service instead, keep the journey from it with EnabledForUserJourneys Never, give the runtime a claims provider for its handler, or run the technical profiles around it with --profile'
}

/** One sentence without a full stop. */
export const adviseOn = (tag: JourneyErrorTag): string => advice[tag]

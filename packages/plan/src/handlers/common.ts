/** Metadata that several handlers share. */
import { boolean, claim, item, message, text } from './rows.ts'

/** What `EnabledForUserJourneys` looks at; of every technical profile. Source: technicalprofiles. */
export const enabling = [
  item('ClaimTypeOnWhichToEnable', claim, 'documented', 'The claim that EnabledForUserJourneys looks at.'),
  item('ClaimValueOnWhichToEnable', text, 'documented', 'The value that EnabledForUserJourneys looks for.')
] as const

/** Whether default values may hold claims resolvers. Source: claim-resolver-overview. */
export const claimResolving = item(
  'IncludeClaimResolvingInClaimsHandling',
  boolean,
  'documented',
  'Resolves claims resolvers in the default values of input and output claims.',
  { default: 'false' }
)

/** Messages of assertions, on the page or on the profile that asserts. Source: claims-transformations. */
export const assertionMessages = [
  message(
    'UserMessageIfClaimsTransformationBooleanValueIsNotEqual',
    'documented',
    'Boolean claim value comparison failed for claim type "inputClaim".',
    'What the user reads when AssertBooleanClaimIsEqualToValue fails.'
  ),
  message(
    'UserMessageIfClaimsTransformationStringsAreNotEqual',
    'documented',
    'Claim value comparison failed using StringComparison "OrdinalIgnoreCase".',
    'What the user reads when AssertStringClaimsAreEqual fails.'
  ),
  message(
    'DateTimeGreaterThan',
    'documented',
    'Claim value comparison failed: The provided left operand is greater than the right operand.',
    'What the user reads when AssertDateTimeIsGreaterThan fails.'
  ),
  message('LookupNotFound', 'documented', undefined, 'What the user reads when LookupValue finds no such key.'),
  message(
    'UserMessageIfClaimsTransformationInvalidPhoneNumber',
    'sample',
    undefined,
    'What the user reads when ConvertStringToPhoneNumberClaim gets no phone number.'
  ),
  message(
    'UserMessageIfPhoneNumberParseFailure',
    'sample',
    undefined,
    'What the user reads when GetNationalNumberAndCountryCodeFromPhoneNumberString gets no phone number.'
  ),
  message('AssertNumberError', 'sample', undefined, 'What the user reads when AssertNumber fails.')
] as const

/** Messages about accounts, on the profile that reads or writes them or on the page that calls it. Source: localization-string-ids. */
export const accountMessages = [
  message(
    'UserMessageIfClaimsPrincipalDoesNotExist',
    'documented',
    "We can't seem to find your account.",
    'What the user reads when there is no such account.'
  ),
  message(
    'UserMessageIfClaimsPrincipalAlreadyExists',
    'documented',
    'A user with the specified ID already exists. Please choose a different one.',
    'What the user reads when the account is there already.'
  )
] as const

/** Messages of a sign-in with a local account. Source: localization-string-ids. */
export const signInMessages = [
  message(
    'UserMessageIfInvalidPassword',
    'documented',
    'Your password is incorrect.',
    'What the user reads after a wrong password.'
  ),
  message(
    'UserMessageIfOldPasswordUsed',
    'documented',
    'Looks like you used an old password.',
    'What the user reads after an earlier password.'
  ),
  message(
    'DefaultMessage',
    'documented',
    'Invalid username or password.',
    'What the user reads when no other message of the sign-in fits.'
  ),
  message(
    'UserMessageIfPasswordExpired',
    'documented',
    undefined,
    'What the user reads when the password has expired.'
  ),
  message(
    'UserMessageIfUserAccountDisabled',
    'documented',
    undefined,
    'What the user reads when the account is disabled.'
  ),
  message('UserMessageIfUserAccountLocked', 'documented', undefined, 'What the user reads when the account is locked.'),
  message(
    'AADRequestsThrottled',
    'documented',
    undefined,
    'What the user reads when there are too many requests at this time.'
  )
] as const

/** Page texts that stand in metadata instead of a localization. Source: localization-string-ids. */
export const pageTexts = [
  item('language.*', text, 'sample', 'A text of the page, by its string id; a localization of the page wins over it.')
] as const

/** How a client proves who it is at a token endpoint. Source: openid-connect-technical-profile, oauth2-technical-profile. */
export const clientAuthentication = [
  item(
    'token_endpoint_auth_method',
    { _tag: 'OneOf', values: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'] },
    'documented',
    'How the client proves who it is at the token endpoint.',
    { default: 'client_secret_post' }
  ),
  item(
    'token_signing_algorithm',
    { _tag: 'OneOf', values: ['RS256', 'RS512'] },
    'documented',
    'How the assertion of private_key_jwt is signed.',
    { default: 'RS256' }
  )
] as const

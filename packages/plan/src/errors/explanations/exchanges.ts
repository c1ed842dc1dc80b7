/** What failed when a technical profile did its work: services, identity providers, the directory. */
import type { Aadb2cExplanation } from '../Aadb2cExplanation.ts'

export const exchanges = {
  AADB2C90001: {
    meaning: 'An account with this identifier exists, and the technical profile may not write it again.',
    causes: ['The user signs up a second time', 'RaiseErrorIfClaimsPrincipalAlreadyExists is true'],
    remedy: 'Say so on the page, with UserMessageIfClaimsPrincipalAlreadyExists.'
  },
  AADB2C90027: {
    meaning:
      'A service refused the credentials of a technical profile: user name and password, bearer token or API key.',
    causes: ['A wrong or an expired secret or token', 'The client lacks a right at the service'],
    remedy: 'Put the right values into the policy keys.'
  },
  AADB2C90028: {
    meaning: 'The client certificate of a technical profile cannot be used.',
    causes: ['It has no private key', 'It has expired', 'The service does not know it'],
    remedy: 'Upload a certificate with its private key, and make it known to the service.'
  },
  AADB2C90052: {
    meaning: 'The user name or the password is wrong.',
    causes: ['The user mistyped'],
    remedy: 'Nothing; the text can be changed with DefaultMessage.'
  },
  AADB2C90053: {
    meaning: 'There is no account with this identifier.',
    causes: ['The user mistyped', 'An account of another kind, such as a social one'],
    remedy: 'Say so with UserMessageIfClaimsPrincipalDoesNotExist, unless strangers should not learn it.'
  },
  AADB2C90054: {
    meaning: 'The user name or the password is wrong.',
    causes: ['The user mistyped'],
    remedy: 'Nothing; the text can be changed with UserMessageIfInvalidPassword.'
  },
  AADB2C90075: {
    meaning: 'A service that a step calls answered with an error, or not at all.',
    causes: [
      'The API answered 4xx or 5xx',
      "It did not answer in time (Code 'Conflict')",
      "A 409 whose body is not B2C's error contract"
    ],
    remedy:
      'Look at Code and Reason; call the API by hand with the same claims. To show a text instead, answer 409 with version, status 409 and userMessage.'
  },
  AADB2C90076: {
    meaning: 'A query to the directory failed.',
    causes: ['A wrong filter or attribute', 'The directory was not available'],
    remedy: 'See the reason in the message.'
  },
  AADB2C90111: {
    meaning: 'The account was locked.',
    causes: ['An administrator blocked it'],
    remedy: 'An administrator can unlock it.'
  },
  AADB2C90114: {
    meaning: 'The account is locked for a while, after too many wrong passwords.',
    causes: ['Guessing, or a device with an old password'],
    remedy: 'Wait, and find the device.'
  },
  AADB2C90145: {
    meaning: 'The user has no phone number to verify and may not type one.',
    causes: ['ManualPhoneNumberEntryAllowed is false, and no number was passed in'],
    remedy: "Set it to true, or pass the user's number as an input claim."
  },
  AADB2C90151: {
    meaning: 'The user failed too often to verify a phone number.',
    causes: ['Three wrong codes'],
    remedy: 'The user starts again.'
  },
  AADB2C90152: {
    meaning: 'The service that calls phones did not answer.',
    causes: ['An outage'],
    remedy: 'Try again; look at the state of the service.'
  },
  AADB2C90154: {
    meaning: 'The service that calls phones opened no session.',
    causes: ['An outage'],
    remedy: 'Try again.'
  },
  AADB2C90155: {
    meaning: 'A phone could not be called or sent a message.',
    causes: ['See the reason in the message', 'A number that cannot be reached'],
    remedy: 'Check the number; try the other method.'
  },
  AADB2C90156: {
    meaning: 'A code could not be checked.',
    causes: ['See the reason in the message'],
    remedy: 'Try again.'
  },
  AADB2C90162: {
    meaning: 'A RESTful call was tried as often as is allowed, and failed.',
    causes: ['The API is too slow or down'],
    remedy: 'Make it answer within the time limit, or make the call tolerable with ContinueOnError.'
  },
  AADB2C90163: {
    meaning: 'SAML requests must be signed, and there is no key for it.',
    causes: ['The key SamlMessageSigning is missing'],
    remedy: 'Add it, or set WantsSignedRequests to false.'
  },
  AADB2C90164: {
    meaning: 'Assertions must be encrypted, and the partner published no key for it.',
    causes: ['Metadata without an encryption certificate'],
    remedy: "Get a certificate into the partner's metadata, or do not encrypt."
  },
  AADB2C90165: {
    meaning: 'A SAML response answers a request that is not known.',
    causes: ['The user took too long', 'A response that was sent twice', 'A provider that began by itself'],
    remedy: 'Start again; allow IdpInitiatedProfileEnabled where it is wanted.'
  },
  AADB2C90166: {
    meaning: 'A SAML algorithm is not supported.',
    causes: ['A misspelt XmlSignatureAlgorithm'],
    remedy: 'Write Sha256, Sha384 or Sha512.'
  },
  AADB2C90167: {
    meaning: 'A SAML certificate has no private key.',
    causes: ['Only the .cer was uploaded'],
    remedy: 'Upload the .pfx.'
  },
  AADB2C90168: {
    meaning: 'A signed SAML request by redirect lacks a parameter.',
    causes: ['Signature or SigAlg is missing'],
    remedy: 'Sign the request as the binding demands, or do not demand it.'
  },
  AADB2C90169: {
    meaning: 'A SAML technical profile does not know its partner.',
    causes: ['PartnerEntity is missing'],
    remedy: "Add the URL of the partner's metadata."
  },
  AADB2C90172: {
    meaning: 'The NameID format of a SAML technical profile is not valid.',
    causes: ['A misspelt URN'],
    remedy: 'Write one of the URNs of the SAML core specification.'
  },
  AADB2C90173: {
    meaning: 'The call to the claims endpoint lacks a parameter.',
    causes: ['ClaimsEndpoint wants more than the token'],
    remedy: 'Add it with ExtraParamsInClaimsEndpointRequest.'
  },
  AADB2C90174: {
    meaning: 'The identity provider answered with an error.',
    causes: ['See the text in the message'],
    remedy: 'Compare client id, secret and redirect URI with the registration at the provider.'
  },
  AADB2C90175: {
    meaning: 'The answer of the identity provider lacks a parameter.',
    causes: ['Another response format than configured'],
    remedy: 'Compare AccessTokenResponseFormat with what the provider sends.'
  },
  AADB2C90176: {
    meaning: 'A SAML technical profile is not configured correctly.',
    causes: ['Keys or metadata are missing'],
    remedy: 'Compare it with the documentation of SAML technical profiles.'
  },
  AADB2C90178: {
    meaning: 'A signing certificate has no private key.',
    causes: ['Only the .cer was uploaded'],
    remedy: 'Upload the .pfx.'
  },
  AADB2C90188: {
    meaning: 'The metadata of a SAML partner cannot be fetched.',
    causes: ['The URL is not public', 'Its certificate is not trusted'],
    remedy: 'Publish it, or put the XML into PartnerEntity in a CDATA section.'
  },
  AADB2C90189: {
    meaning: 'B2C does not know where to redeem codes.',
    causes: ['A discovery document without token_endpoint'],
    remedy: 'Use another METADATA URL, or name the endpoint in the profile.'
  },
  AADB2C90190: {
    meaning: 'The user info endpoint of a provider told nothing.',
    causes: ['Missing scopes'],
    remedy: 'Ask for the scopes that the claims need.'
  },
  AADB2C90191: {
    meaning: 'The token for the authorization header is empty.',
    causes: ['A step that should get the token did not'],
    remedy: 'Run it before, and check its output claim.'
  },
  AADB2C90194: {
    meaning: 'The claim with the bearer token is not in the claims bag.',
    causes: ['The step that gets the token was skipped or failed'],
    remedy: 'Run it before this one.'
  },
  AADB2C90195: {
    meaning: 'The claim with the bearer token is empty.',
    causes: ['The token endpoint answered without access_token'],
    remedy: 'Check the PartnerClaimType of the output claim.'
  },
  AADB2C90201: {
    meaning: 'The payload lacks what NamespaceIdentifierPath names.',
    causes: ['Another shape of the body'],
    remedy: 'Correct the path.'
  },
  AADB2C90202: {
    meaning: 'The payload has another value than NamespaceIdentifierValue.',
    causes: ['Another body than expected'],
    remedy: 'Correct the value.'
  },
  AADB2C90242: {
    meaning: 'The SAML metadata in PartnerEntity cannot be read.',
    causes: ['Broken XML in the CDATA section'],
    remedy: 'Correct it.'
  },
  AADB2C90243: {
    meaning: "An identity provider refused the client's key or secret.",
    causes: ['The secret has expired', 'It was copied wrongly'],
    remedy: 'Put a new secret into the policy key.'
  },
  AADB2C90255: {
    meaning: 'A step did not end as expected.',
    causes: ['The user went back in the browser, or used two tabs', 'A page was posted after it had been refused'],
    remedy: 'Start again.'
  },
  AADB2C90261: {
    meaning: 'A service answered with an error in a form that B2C does not read.',
    causes: ['Text or HTML instead of JSON', 'JSON that was encoded twice'],
    remedy: 'Answer errors with 409 and JSON of version, status and userMessage.'
  },
  AADB2C90273: {
    meaning: 'A service or an identity provider answered with something that cannot be used.',
    causes: ["The provider's own error, such as access_denied", 'An answer that is no JSON'],
    remedy: 'Look at the text; for a provider, compare the registration there.'
  },
  AADB2C90274: {
    meaning: 'A SAML partner cannot be signed out.',
    causes: ['Its metadata has no single logout service with a supported binding'],
    remedy: 'Add one, or set SingleLogoutEnabled to false.'
  },
  AADB2C90278: {
    meaning: 'The information could not be validated.',
    causes: ['A validation of the page failed without a text'],
    remedy: 'Give the validation a message.'
  },
  AADB2C90281: {
    meaning: 'A refresh token of an external provider is missing.',
    causes: ['The claim was not kept'],
    remedy: 'Keep it in the claims bag.'
  },
  AADB2C90282: {
    meaning: 'A refresh token of an external provider is of another domain.',
    causes: ['Providers mixed up'],
    remedy: 'Use the provider that gave it.'
  },
  AADB2C90283: {
    meaning: 'A refresh token of an external provider is wrong.',
    causes: ['It was changed or is of another kind'],
    remedy: 'Sign the user in again.'
  },
  AADB2C90284: {
    meaning: 'The application for local accounts has no consent.',
    causes: ['Admin consent was not granted to ProxyIdentityExperienceFramework'],
    remedy: 'Grant admin consent to it.'
  },
  AADB2C90289: {
    meaning: 'An identity provider could not be reached, or refused the client.',
    causes: ['An outage', 'A secret that has expired (invalid_client)'],
    remedy: 'Check the secret, and the state of the provider.'
  },
  AADB2C99002: {
    meaning: 'There is no account for this sign-in.',
    causes: ['A social account that never signed up'],
    remedy: 'Let the user sign up first.'
  }
} as const satisfies Readonly<Record<string, Aadb2cExplanation>>

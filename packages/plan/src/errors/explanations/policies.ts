/** What is wrong with a policy or its keys. */
import type { Aadb2cExplanation } from '../Aadb2cExplanation.ts'

export const policies = {
  AADB2C90019: {
    meaning: 'A key container has no key that is valid now.',
    causes: ['The key has expired', 'Its activation date lies in the future', 'The container is empty'],
    remedy: 'Add a valid key to the container; the next one is used from its activation date on.'
  },
  AADB2C90021: {
    meaning: 'Something refers to a technical profile that the policy and its bases do not have.',
    causes: ['A misspelt id', 'The file that defines it was not uploaded'],
    remedy: 'Correct the reference, or upload the file; "trustframe check" finds it offline.'
  },
  AADB2C90022: {
    meaning: 'The discovery document of the policy cannot be made.',
    causes: ['A misspelt policy or tenant', 'A policy without a relying party'],
    remedy: "Open the discovery URL with the policy's id, and check the policy."
  },
  AADB2C90023: {
    meaning: 'A technical profile lacks metadata that its handler requires.',
    causes: ['A key that was left out or misspelt'],
    remedy: 'Add the key to its Metadata.'
  },
  AADB2C90024: {
    meaning: 'AuthenticationType has a value that does not exist.',
    causes: ['A misspelt value'],
    remedy: 'Write None, Basic, Bearer, ClientCertificate or ApiKeyHeader.'
  },
  AADB2C90025: {
    meaning: 'A technical profile lacks a cryptographic key that it requires.',
    causes: ['A key that was left out', 'A wrong Id of the key'],
    remedy: 'Add the Key to its CryptographicKeys, and the policy key to the tenant.'
  },
  AADB2C90026: {
    meaning: 'A URL in the metadata is empty or no URL.',
    causes: ['A placeholder that was not replaced', 'A URL without its scheme'],
    remedy: 'Write an absolute https URL.'
  },
  AADB2C90029: {
    meaning: 'SendClaimsIn has a value that does not exist.',
    causes: ['A misspelt value'],
    remedy: 'Write Body, Form, Header, Url or QueryString.'
  },
  AADB2C90030: {
    meaning: 'A metadata value must be true or false, and is not.',
    causes: ['A placeholder that was not replaced', 'Quotation marks in the value'],
    remedy: 'Write true or false.'
  },
  AADB2C90031: {
    meaning: 'Neither the policy nor a base says which user journey to run.',
    causes: ['A RelyingParty without DefaultUserJourney'],
    remedy: 'Add <DefaultUserJourney ReferenceId="…" />.'
  },
  AADB2C90032: {
    meaning: 'Operation has a value that the handler does not know.',
    causes: ['A misspelt value'],
    remedy: 'Write one of those that the message names.'
  },
  AADB2C90033: {
    meaning: 'No technical profile reads accounts by their object id.',
    causes: ['A policy that was cut down too far'],
    remedy: 'Add a directory technical profile with the input claim objectId.'
  },
  AADB2C90034: {
    meaning: 'A directory technical profile must find the account by exactly one input claim.',
    causes: ['Several input claims, or none'],
    remedy: 'Leave one: objectId, signInNames.emailAddress, alternativeSecurityId or the like.'
  },
  AADB2C90040: {
    meaning: 'A user journey does not end by sending claims.',
    causes: ['The last step was removed or renumbered'],
    remedy: 'Add a last step of type SendClaims.'
  },
  AADB2C90041: {
    meaning: 'A SendClaims step names no issuer.',
    causes: ['CpimIssuerTechnicalProfileReferenceId is missing'],
    remedy: 'Name a token issuer, usually JwtIssuer.'
  },
  AADB2C90042: {
    meaning: 'RequestContextMaximumLengthInBytes is below zero.',
    causes: ['A wrong number'],
    remedy: 'Write 0 to 2048.'
  },
  AADB2C90044: {
    meaning: 'A claims resolver has no such name.',
    causes: ['A misspelt resolver'],
    remedy: 'Use a name of the documentation, such as {OIDC:ClientId}.'
  },
  AADB2C90045: {
    meaning: 'There is no such claims resolver.',
    causes: ['A misspelt group, such as {Oidc1:…}'],
    remedy: 'Use a group of the documentation: Culture, Policy, Context, Claim, OIDC, OAUTH-KV, SAML.'
  },
  AADB2C90049: {
    meaning: 'A user journey has several SendClaims steps.',
    causes: ['An error issuer without DefaultCpimIssuerTechnicalProfileReferenceId'],
    remedy: 'Set that attribute of the journey, or remove the other step.'
  },
  AADB2C90050: {
    meaning: 'Steps come after the SendClaims step.',
    causes: ['A step that was appended'],
    remedy: 'Move it before SendClaims.'
  },
  AADB2C90051: {
    meaning: 'No claims provider of a selection can be used.',
    causes: ['All are disabled by EnabledForUserJourneys', 'domain_hint names none of them'],
    remedy: 'Check the conditions of the technical profiles and their Domain.'
  },
  AADB2C90073: {
    meaning: 'A technical profile refers to a policy key that the tenant does not have.',
    causes: ['The key was never created', 'Another tenant', 'A misspelt StorageReferenceId'],
    remedy: 'Create it under Identity Experience Framework, Policy keys, or correct the reference.'
  },
  AADB2C90108: {
    meaning: 'A step that needs an issuer names none.',
    causes: ['CpimIssuerTechnicalProfileReferenceId is missing'],
    remedy: 'Name the issuer at the step, or as DefaultCpimIssuerTechnicalProfileReferenceId of the journey.'
  },
  AADB2C90113: {
    meaning: 'The uploaded file is not well-formed XML.',
    causes: ['An element that is not closed', '& instead of &amp;'],
    remedy: 'Open line and column that the message gives; "trustframe check" points at the fault.'
  },
  AADB2C90124: {
    meaning: 'An Application Insights profile lacks its instrumentation key.',
    causes: ['The metadata was left out'],
    remedy: 'Add InstrumentationKey.'
  },
  AADB2C90125: {
    meaning: 'The instrumentation key of an Application Insights profile is empty.',
    causes: ['A setting without a value'],
    remedy: 'Give it a value.'
  },
  AADB2C90126: {
    meaning: 'An Application Insights profile does not say what happened.',
    causes: ['No input claim with PartnerClaimType eventName'],
    remedy: 'Add one, with a DefaultValue.'
  },
  AADB2C90127: {
    meaning: 'The name of an Application Insights event is empty.',
    causes: ['DefaultValue=""'],
    remedy: 'Write a name.'
  },
  AADB2C90170: {
    meaning: 'A metadata value must be True or False, and is not.',
    causes: ['A placeholder that was not replaced'],
    remedy: 'Write true or false.'
  },
  AADB2C90171: {
    meaning: 'A metadata key is an old one.',
    causes: ['A policy copied from old samples'],
    remedy: 'Use the key that the message names.'
  },
  AADB2C90181: {
    meaning: 'A metadata value must be URIs with commas between them, and is not.',
    causes: ['Spaces or semicolons instead of commas'],
    remedy: 'Separate the URIs by commas.'
  },
  AADB2C90192: {
    meaning: 'A RESTful technical profile uses Bearer and has neither a token key nor a claim that holds one.',
    causes: ['UseClaimAsBearerToken is missing or empty'],
    remedy: 'Name the claim in UseClaimAsBearerToken, or add the key BearerAuthenticationToken.'
  },
  AADB2C90193: {
    meaning: 'UseClaimAsBearerToken names a claim that is no input claim.',
    causes: ['The InputClaim was left out'],
    remedy: 'Add the claim to InputClaims.'
  },
  AADB2C90199: {
    meaning: 'Half of a check of the payload is configured.',
    causes: ['NamespaceIdentifierValue is missing'],
    remedy: 'Give both items, or neither.'
  },
  AADB2C90200: {
    meaning: 'Half of a check of the payload is configured.',
    causes: ['NamespaceIdentifierPath is missing'],
    remedy: 'Give both items, or neither.'
  },
  AADB2C90220: {
    meaning: 'A key container holds no certificate that is valid now.',
    causes: ['It has expired', 'It becomes active later'],
    remedy: 'Upload a valid certificate.'
  },
  AADB2C90228: {
    meaning: 'The relying party has no technical profile.',
    causes: ['An incomplete RelyingParty'],
    remedy: 'Add <TechnicalProfile Id="PolicyProfile">.'
  },
  AADB2C90252: {
    meaning: 'A metadata value that must be XML cannot be read.',
    causes: ['Broken XML in the CDATA section'],
    remedy: 'Correct it.'
  },
  AADB2C90256: {
    meaning: 'A production policy calls a URL without TLS.',
    causes: ['http:// in ServiceUrl'],
    remedy: 'Use https, or DeploymentMode Development.'
  },
  AADB2C90257: {
    meaning: 'A URL without TLS is allowed only in development, and only when a metadata key says so.',
    causes: ['http:// in ServiceUrl'],
    remedy: 'Use https.'
  },
  AADB2C90258: {
    meaning: 'A RESTful technical profile calls without authentication in a production policy.',
    causes: ['AuthenticationType None', 'DeploymentMode is Production or not given'],
    remedy:
      'Authenticate the call; or set AllowInsecureAuthInProduction to true, knowing that anybody can call the API.'
  },
  AADB2C90259: {
    meaning: 'A metadata item is allowed in development policies only.',
    causes: ['DebugMode in a production policy'],
    remedy: 'Remove it, or set DeploymentMode to Development.'
  },
  AADB2C90275: {
    meaning: 'The URL of an endpoint cannot be reached from B2C.',
    causes: ['It is not public', 'Its certificate is not trusted'],
    remedy: 'Publish it with a certificate that is trusted everywhere.'
  },
  AADB2C90276: {
    meaning: 'The request does not fit a setting of a technical profile.',
    causes: ['See the setting in the message'],
    remedy: 'Change the request or the setting.'
  },
  AADB2C90277: {
    meaning: 'A step that shows a page has no content definition.',
    causes: ['ContentDefinitionReferenceId is missing at a selection step'],
    remedy: 'Add it, for example api.signuporsignin.'
  },
  AADB2C90288: {
    meaning: 'The journey for refresh tokens does not exist.',
    causes: ['A misspelt RefreshTokenUserJourneyId'],
    remedy: 'Name a journey of the policy or its bases.'
  },
  AADB2C95023: {
    meaning: 'A claim cannot be a custom attribute.',
    causes: ['Characters in its id that the directory does not allow'],
    remedy: 'Name it extension_ and letters, digits or underscores.'
  },
  AADB2C99006: {
    meaning: 'The extensions app cannot be found.',
    causes: ['ClientId or ApplicationObjectId of AAD-Common are those of another app or tenant'],
    remedy: 'Use the ids of the app "b2c-extensions-app".'
  },
  AADB2C99011: {
    meaning: 'A technical profile lacks a metadata value.',
    causes: ['A setting without a value'],
    remedy: 'Give it a value.'
  },
  AADB2C99015: {
    meaning: 'The technical profile for resource owner passwords lacks its input claims.',
    causes: ['A profile that was cut down'],
    remedy: 'Add username, password, grant_type and scope.'
  },
  AADB2C99016: {
    meaning: 'The technical profile for resource owner passwords lacks an input claim.',
    causes: ['See its name in the message'],
    remedy: 'Add it.'
  },
  AADB2C99017: {
    meaning: 'The grant_type of the technical profile for resource owner passwords is not password.',
    causes: ['A wrong DefaultValue'],
    remedy: 'Write password.'
  },
  AADB2C99027: {
    meaning: 'No authorization technical profile of the policy fits the request.',
    causes: ['client_assertion_type is missing or another one', 'The journey has no Authorization'],
    remedy: 'Add an AuthorizationTechnicalProfile with that client_assertion_type.'
  }
} as const satisfies Readonly<Record<string, Aadb2cExplanation>>

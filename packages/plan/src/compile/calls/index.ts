/** The compilers of technical profiles, by the name of their handler's contract. */
import { compileApplicationInsights } from './applicationInsights.ts'
import type { CallCompiler } from './CallCompiler.ts'
import { compileClaimsTransformation } from './claimsTransformation.ts'
import { compileConditionalAccess } from './conditionalAccess.ts'
import { compileDirectory } from './directory.ts'
import { compileEngine } from './engine.ts'
import { compileOAuth1, compileOAuth2, compileOpenIdConnect } from './identityProvider.ts'
import { compileRestful } from './restful.ts'
import { compileSelfAsserted } from './selfAsserted.ts'
import { compileUserJourneyContext } from './userJourneyContext.ts'
import { compileAadSspr, compileAzureMfa, compileOneTimePassword, compilePhoneFactor } from './verification.ts'

export const calls: ReadonlyMap<string, CallCompiler> = new Map([
  ['SelfAssertedAttributeProvider', compileSelfAsserted],
  ['AzureActiveDirectoryProvider', compileDirectory],
  ['OpenIdConnect', compileOpenIdConnect],
  ['OAuth2', compileOAuth2],
  ['OAuth1', compileOAuth1],
  ['ClaimsTransformationProtocolProvider', compileClaimsTransformation],
  ['RestfulProvider', compileRestful],
  ['OneTimePasswordProtocolProvider', compileOneTimePassword],
  ['PhoneFactorProtocolProvider', compilePhoneFactor],
  ['AzureMfaProtocolProvider', compileAzureMfa],
  ['AadSsprProtocolProvider', compileAadSspr],
  ['ConditionalAccessProtocolProvider', compileConditionalAccess],
  ['AzureApplicationInsightsProvider', compileApplicationInsights],
  ['UserJourneyContextProvider', compileUserJourneyContext],
  ['None', compileEngine]
])

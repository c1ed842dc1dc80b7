/** The contracts of all handlers. */
import { aadSspr } from './aadSspr.ts'
import { applicationInsights } from './applicationInsights.ts'
import { azureActiveDirectory } from './azureActiveDirectory.ts'
import { azureMfa } from './azureMfa.ts'
import { captcha } from './captcha.ts'
import { claimsTransformation } from './claimsTransformation.ts'
import { conditionalAccess } from './conditionalAccess.ts'
import { defaultSession } from './defaultSession.ts'
import { engine } from './engine.ts'
import { externalLoginSession } from './externalLoginSession.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { jwtIssuer } from './jwtIssuer.ts'
import { noopSession } from './noopSession.ts'
import { oauth1 } from './oauth1.ts'
import { oauth2 } from './oauth2.ts'
import { oauth2Error } from './oauth2Error.ts'
import { oauthSession } from './oauthSession.ts'
import { oneTimePassword } from './oneTimePassword.ts'
import { openIdConnect } from './openIdConnect.ts'
import { phoneFactor } from './phoneFactor.ts'
import { relyingParty } from './relyingParty.ts'
import { restful } from './restful.ts'
import { saml2 } from './saml2.ts'
import { samlIssuer } from './samlIssuer.ts'
import { samlSession } from './samlSession.ts'
import { selfAsserted } from './selfAsserted.ts'
import { userInfoIssuer } from './userInfoIssuer.ts'
import { userJourneyContext } from './userJourneyContext.ts'

/** In the order of the documentation: pages, directory, identity providers, calls, issuers, sessions. */
export const handlers: ReadonlyArray<HandlerContract> = [
  selfAsserted,
  azureActiveDirectory,
  openIdConnect,
  oauth2,
  oauth1,
  saml2,
  claimsTransformation,
  restful,
  oneTimePassword,
  phoneFactor,
  azureMfa,
  aadSspr,
  conditionalAccess,
  captcha,
  applicationInsights,
  userJourneyContext,
  engine,
  userInfoIssuer,
  jwtIssuer,
  samlIssuer,
  oauth2Error,
  noopSession,
  defaultSession,
  externalLoginSession,
  oauthSession,
  samlSession,
  relyingParty
]

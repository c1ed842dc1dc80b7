/** What is wrong with a request of an application. */
import type { Aadb2cExplanation } from '../Aadb2cExplanation.ts'

export const requests = {
  AADB2C90004: {
    meaning: 'The authorization request names no redirect_uri.',
    causes: ['The application, or a link made by hand, leaves the parameter out'],
    remedy: 'Send redirect_uri, exactly as it is registered.'
  },
  AADB2C90005: {
    meaning: 'The redirect_uri is no absolute URI.',
    causes: ['A relative path', 'A value that was not URL-encoded'],
    remedy: 'Send an absolute URI such as https://app.contoso.com/signin-oidc.'
  },
  AADB2C90006: {
    meaning: 'The redirect_uri is not among those that the application is registered with.',
    causes: ['Another host, port, scheme or a slash at the end', 'The URI is registered at another application'],
    remedy: 'Register the URI exactly as it is sent; it is compared as text.'
  },
  AADB2C90007: {
    meaning: 'The application has no redirect URI at all.',
    causes: ['The registration was never completed'],
    remedy: 'Add a redirect URI to the application.'
  },
  AADB2C90008: {
    meaning: 'The request has no client_id.',
    causes: ['A link or a library without a configured client'],
    remedy: 'Send client_id.'
  },
  AADB2C90009: {
    meaning: 'The request has no nonce, and its response type needs one.',
    causes: ['A hand-made request for an id_token'],
    remedy: "Send a fresh random nonce, and compare it with the token's."
  },
  AADB2C90010: {
    meaning: 'The request has no scope.',
    causes: ['A hand-made request'],
    remedy: 'Send scope, with openid at least.'
  },
  AADB2C90011: {
    meaning: 'The client_id of the request is not the one that the policy is bound to.',
    causes: ['A policy with a client_id in its relying party'],
    remedy: 'Use that client, or remove the binding from the policy.'
  },
  AADB2C90012: {
    meaning: 'A scope of the request is not supported.',
    causes: ['A misspelt scope'],
    remedy: 'Send openid, offline_access, the client id, or scopes that the API exposes.'
  },
  AADB2C90013: {
    meaning: 'The response_type of the request is not supported.',
    causes: ['A misspelt value', 'A combination that B2C does not have'],
    remedy: 'Send code, id_token, token or a supported combination.'
  },
  AADB2C90014: {
    meaning: 'The response_mode of the request is not supported.',
    causes: ['A misspelt value'],
    remedy: 'Send query, fragment or form_post.'
  },
  AADB2C90015: {
    meaning: 'The request came by an HTTP method that the endpoint does not take.',
    causes: ['A PUT or HEAD from a proxy or a health check'],
    remedy: 'Use GET or POST.'
  },
  AADB2C90016: {
    meaning: 'The client_assertion_type is not the expected one.',
    causes: ['A library with another kind of assertion'],
    remedy: 'Send urn:ietf:params:oauth:client-assertion-type:jwt-bearer.'
  },
  AADB2C90017: {
    meaning: 'The client assertion cannot be used.',
    causes: ['It is expired, not yet valid, or signed with another key'],
    remedy: 'Make a new assertion; see the reason in the message.'
  },
  AADB2C90018: {
    meaning: 'No application of the tenant has this client_id.',
    causes: ['Another tenant', 'The registration was deleted', 'The id of another object, such as the object id'],
    remedy: 'Use the Application (client) ID of a registration in this tenant.'
  },
  AADB2C90020: {
    meaning: 'The signature algorithm that was asked for is not supported.',
    causes: ['A policy or a partner that asks for another one'],
    remedy: 'Use one of those that the message names.'
  },
  AADB2C90036: {
    meaning: 'The sign-out request names no place to go afterwards.',
    causes: ['post_logout_redirect_uri is missing'],
    remedy: 'Send post_logout_redirect_uri.'
  },
  AADB2C90039: {
    meaning: 'The request holds a client assertion, and the policy has no client_secret to check it with.',
    causes: ["The relying party's profile lacks the key"],
    remedy: "Add the key client_secret to the relying party's technical profile."
  },
  AADB2C90043: {
    meaning: 'The prompt of the request has a value that does not exist.',
    causes: ['A misspelt value'],
    remedy: 'Send none, login, consent or select_account.'
  },
  AADB2C90055: {
    meaning: 'A scope of the request names no resource.',
    causes: ['A scope without the App ID URI of an API'],
    remedy: 'Send the whole scope, such as https://contoso.onmicrosoft.com/api/read.'
  },
  AADB2C90056: {
    meaning: 'The application may not use the resource of a scope.',
    causes: ['The permission was not granted'],
    remedy: 'Add the API permission and grant admin consent.'
  },
  AADB2C90057: {
    meaning: 'The application may not get tokens from the authorization endpoint.',
    causes: ['The implicit flow is switched off in the registration'],
    remedy: 'Allow it there; better, use the code flow with PKCE.'
  },
  AADB2C90058: {
    meaning: 'The application is no public client, and was used as one.',
    causes: ['A mobile or desktop application that is registered as web'],
    remedy: 'Register the redirect URI under the platform that the application is of.'
  },
  AADB2C90066: {
    meaning: 'The request names a policy that cannot be used.',
    causes: ['A misspelt policy', 'A policy without a relying party'],
    remedy: 'Use the id of a policy that has a RelyingParty.'
  },
  AADB2C90067: {
    meaning: 'The post_logout_redirect_uri has a wrong form.',
    causes: ['A relative URI', 'http instead of https'],
    remedy: 'Send an https URI.'
  },
  AADB2C90068: {
    meaning: 'The application was not made for this kind of tenant.',
    causes: ['A registration of another kind'],
    remedy: "Register the application in the B2C tenant's App registrations."
  },
  AADB2C90078: {
    meaning: 'The request must name a redirect_uri.',
    causes: ['A policy that allows any redirect'],
    remedy: 'Send redirect_uri.'
  },
  AADB2C90083: {
    meaning: 'The request lacks a parameter.',
    causes: ['See the name in the message'],
    remedy: 'Send it.'
  },
  AADB2C90086: {
    meaning: 'The grant_type is not supported.',
    causes: ['A misspelt value', 'Client credentials without a journey for them'],
    remedy: 'Send authorization_code, refresh_token, password or client_credentials as the policy allows.'
  },
  AADB2C90092: {
    meaning: 'The application is disabled.',
    causes: ['Somebody disabled it in the tenant'],
    remedy: 'Enable it.'
  },
  AADB2C90107: {
    meaning: 'The application gets no ID token.',
    causes: ['The scope lacks openid', 'The registration does not issue ID tokens'],
    remedy: 'Send openid, and allow ID tokens in the registration.'
  },
  AADB2C90110: {
    meaning: 'A request for an id_token must have the scope openid.',
    causes: ['openid is missing from scope'],
    remedy: 'Add openid to scope.'
  },
  AADB2C90112: {
    meaning: 'The language that was asked for is not valid.',
    causes: ['A misspelt ui_locales'],
    remedy: 'Send a language tag such as de or fr-CA.'
  },
  AADB2C90115: {
    meaning: 'A request for a code needs scopes that say for what.',
    causes: ['scope holds neither openid nor a resource'],
    remedy: 'Add openid, and the client id or the scope of an API.'
  },
  AADB2C90117: {
    meaning: 'A scope of the request is not supported.',
    causes: ['A misspelt scope', 'An API that does not expose it'],
    remedy: 'Send a scope that exists, whole.'
  },
  AADB2C90120: {
    meaning: 'The max_age of the request is not valid.',
    causes: ['No integer, or out of range'],
    remedy: 'Send a number of seconds in the range that the message gives.'
  },
  AADB2C90121: {
    meaning: 'The session is older than max_age, and prompt=none forbids asking the user.',
    causes: ['A silent renewal after a long time'],
    remedy: 'Sign the user in without prompt=none.'
  },
  AADB2C90122: {
    meaning: 'A value of the request holds characters that are refused.',
    causes: ['< or & in a parameter or a field'],
    remedy: 'Encode the value, or keep such characters out.'
  },
  AADB2C90123: {
    meaning: 'A request for an access token must have the client id, or an API, among its scopes.',
    causes: ['scope holds openid only'],
    remedy: 'Add the client id or the scope of an API.'
  },
  AADB2C90136: {
    meaning: 'The request has a wrong or a missing parameter.',
    causes: ['See name, value and expected value in the message'],
    remedy: 'Send the expected value.'
  },
  AADB2C90146: {
    meaning: 'An access token is for one resource, and the scopes name several.',
    causes: ['Scopes of two APIs in one request'],
    remedy: 'Ask for a token for each API.'
  },
  AADB2C90182: {
    meaning: 'The code_verifier does not belong to the code_challenge.',
    causes: ["Several tabs that overwrite each other's verifier", 'A verifier that was changed on its way'],
    remedy: 'Keep the verifier with the state of its request.'
  },
  AADB2C90183: {
    meaning: 'The code_verifier has a wrong form.',
    causes: ['Too short, too long, or other characters than RFC 7636 allows'],
    remedy: 'Send 43 to 128 unreserved characters.'
  },
  AADB2C90184: {
    meaning: 'The code_challenge_method does not exist.',
    causes: ['A misspelt value'],
    remedy: 'Send S256.'
  },
  AADB2C90205: {
    meaning: 'The application may not call the resource.',
    causes: ['A permission that nobody granted'],
    remedy: 'Grant it with admin consent.'
  },
  AADB2C90245: {
    meaning: 'The tenant is disabled.',
    causes: ['Billing or abuse measures'],
    remedy: "Talk to the support of the tenant's provider."
  },
  AADB2C90250: {
    meaning: 'A sign-in was started without an application, and the policy does not allow it.',
    causes: ['The generic login endpoint was called', 'IdpInitiatedProfileEnabled is not set'],
    remedy: 'Start at the application, or allow it in a SAML policy.'
  },
  AADB2C90279: {
    meaning: 'The code or refresh token was given to another client.',
    causes: ['Two registrations mixed up'],
    remedy: 'Redeem a grant with the client that asked for it.'
  },
  AADB2C90285: {
    meaning: 'There is no application with this id.',
    causes: [
      'A placeholder that was not replaced',
      'A deleted registration',
      'In login-NonInteractive: the ids of the Identity Experience Framework applications'
    ],
    remedy: 'Check client_id and IdTokenAudience against the registrations of the tenant.'
  },
  AADB2C90286: {
    meaning: 'The request lacks a parameter.',
    causes: ['See the name in the message'],
    remedy: 'Send it.'
  },
  AADB2C90287: {
    meaning: 'The redirect_uri is not valid.',
    causes: ['A fragment in it, or a scheme that is not allowed'],
    remedy: 'Send a URI that is registered.'
  },
  AADB2C90296: {
    meaning: 'The application is not configured correctly.',
    causes: ['Its registration lacks what the flow needs'],
    remedy: 'Compare the registration with the flow that the application uses.'
  },
  AADB2C99005: {
    meaning: 'A scope holds a character that is not allowed.',
    causes: ['Scopes joined by commas', 'Quotation marks in the value'],
    remedy: 'Separate scopes by spaces, URL-encoded.'
  },
  AADB2C99013: {
    meaning: 'The token endpoint does not know this pair of grant and token type.',
    causes: ['A token exchange that B2C does not have'],
    remedy: 'Use a supported grant.'
  },
  AADB2C99059: {
    meaning: 'A single-page application must use PKCE, and the request has no code_challenge.',
    causes: ['An older library'],
    remedy: 'Send code_challenge and code_challenge_method=S256.'
  }
} as const satisfies Readonly<Record<string, Aadb2cExplanation>>

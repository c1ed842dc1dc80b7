/** What failed at the token endpoint, or with a token. */
import type { Aadb2cExplanation } from '../Aadb2cExplanation.ts'

export const tokens = {
  AADB2C90077: {
    meaning: 'The user has no session, and prompt=none forbids asking.',
    causes: ['A silent renewal without a session', 'Third-party cookies are blocked'],
    remedy: 'Sign the user in without prompt=none.'
  },
  AADB2C90079: {
    meaning: 'A confidential client must prove who it is.',
    causes: ['client_secret is missing at the token endpoint'],
    remedy: 'Send it.'
  },
  AADB2C90080: {
    meaning: 'The code or refresh token has expired.',
    causes: ['The user was away too long'],
    remedy: 'Sign the user in again.'
  },
  AADB2C90081: {
    meaning: 'The client secret is wrong.',
    causes: ['It has expired', 'Its id was copied instead of its value'],
    remedy: 'Make a new secret and use its value.'
  },
  AADB2C90082: {
    meaning: 'The grant does not cover the scope.',
    causes: ['A refresh for more than the user granted'],
    remedy: 'Ask for the scope in a new sign-in.'
  },
  AADB2C90084: {
    meaning: 'A public client sent a secret.',
    causes: ['A single-page or native application with a secret'],
    remedy: 'Do not send it.'
  },
  AADB2C90085: {
    meaning: 'The token endpoint failed in itself.',
    causes: ['A grant that cannot be read', 'A key that was replaced'],
    remedy: "Sign the user in again; check the issuer's keys."
  },
  AADB2C90087: {
    meaning: 'The grant is of another version of the endpoint.',
    causes: ['v1 and v2 endpoints mixed'],
    remedy: 'Use the same version for both requests.'
  },
  AADB2C90088: {
    meaning: 'The grant is of another policy.',
    causes: ["A code of one policy redeemed at another's token endpoint"],
    remedy: 'Use the token endpoint of the policy that gave it.'
  },
  AADB2C90128: {
    meaning: 'The account of the grant is gone.',
    causes: ['It was deleted'],
    remedy: 'Sign in with another account.'
  },
  AADB2C90129: {
    meaning: 'The grant was revoked.',
    causes: ['The password was changed', 'An administrator revoked the sessions'],
    remedy: 'Sign the user in again.'
  },
  AADB2C90208: {
    meaning: 'The id_token_hint has expired.',
    causes: ['A link that was used too late'],
    remedy: 'Make a new token; give it a longer life.'
  },
  AADB2C90209: {
    meaning: 'The id_token_hint is for another audience.',
    causes: ['aud is none of those that the profile accepts'],
    remedy: "Set IdTokenAudience to the token's aud."
  },
  AADB2C90210: {
    meaning: 'The id_token_hint cannot be checked.',
    causes: ['A key that is not known', 'Another algorithm'],
    remedy: 'Check METADATA or the key client_secret.'
  },
  AADB2C90224: {
    meaning: 'Passwords may not be sent by the application.',
    causes: ['The application is not registered as a public client'],
    remedy: 'Allow public client flows, or do not use passwords.'
  },
  AADB2C90225: {
    meaning: 'The user name or the password is wrong.',
    causes: ['The user mistyped', 'A social account'],
    remedy: 'Nothing.'
  },
  AADB2C90226: {
    meaning: 'Tokens are exchanged by POST only.',
    causes: ['A GET to the token endpoint'],
    remedy: 'Use POST.'
  },
  AADB2C90232: {
    meaning: 'The id_token_hint is of another issuer.',
    causes: ['iss is not the issuer of the profile'],
    remedy: "Set issuer to the token's iss."
  },
  AADB2C90233: {
    meaning: 'The signature of the id_token_hint is wrong.',
    causes: ['It was signed with another key'],
    remedy: 'Check METADATA or the key client_secret.'
  },
  AADB2C90234: {
    meaning: 'The id_token_hint is not valid yet.',
    causes: ['Clocks that differ'],
    remedy: 'Set nbf a little earlier.'
  },
  AADB2C90235: { meaning: 'The id_token has expired.', causes: ['An old token'], remedy: 'Get a new one.' },
  AADB2C90236: {
    meaning: 'The id_token is not valid yet.',
    causes: ['Clocks that differ'],
    remedy: 'Set nbf a little earlier.'
  },
  AADB2C90237: {
    meaning: 'The id_token is for another audience.',
    causes: ['aud is none of those that are accepted'],
    remedy: "Set IdTokenAudience to the token's aud."
  },
  AADB2C90238: {
    meaning: 'The id_token is of another issuer.',
    causes: ['A multi-tenant provider'],
    remedy: 'Set ValidTokenIssuerPrefixes, or issuer.'
  },
  AADB2C90239: {
    meaning: 'The signature of the id_token is wrong.',
    causes: ['It was signed with another key'],
    remedy: 'Check METADATA.'
  },
  AADB2C90240: {
    meaning: 'The id_token cannot be read.',
    causes: ['It is no JWT', 'It was cut'],
    remedy: 'Send the whole token.'
  },
  AADB2C90248: {
    meaning: 'This kind of application may not send passwords.',
    causes: ['An application of another kind'],
    remedy: "Register it in the B2C tenant's App registrations."
  },
  AADB2C90251: {
    meaning: 'Older applications must name the resource.',
    causes: ['resource is missing'],
    remedy: 'Send resource, or use a newer registration.'
  },
  AADB2C90272: {
    meaning: 'The policy wants an id_token_hint, and the request has none.',
    causes: ['A link without it'],
    remedy: 'Send id_token_hint.'
  }
} as const satisfies Readonly<Record<string, Aadb2cExplanation>>

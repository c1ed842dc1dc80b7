/** Signatures of OAuth 1, by the examples of RFC 5849. */
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import {
  authorizationHeader,
  type SignedRequest,
  signatureBaseString,
  signatureOf,
  type SigningSecrets
} from '../../src/identityProviders/oauth1Signature.ts'

it('the base string is that of section 3.4.1.1', () => {
  const request: SignedRequest = {
    method: 'POST',
    url: 'http://EXAMPLE.com:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b',
    form: [
      ['c2', ''],
      ['a3', '2 q']
    ],
    oauth: [
      ['oauth_consumer_key', '9djdj82h48djs9d2'],
      ['oauth_token', 'kkk9d7dh3k39sjv7'],
      ['oauth_signature_method', 'HMAC-SHA1'],
      ['oauth_timestamp', '137131201'],
      ['oauth_nonce', '7d8f3e4a']
    ]
  }
  assert.strictEqual(
    signatureBaseString(request),
    'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7'
  )
})

describe('the requests of section 1.2', () => {
  const consumerSecret = 'kd94hf93k423kf44'
  const common = [
    ['oauth_consumer_key', 'dpf43f3p2l4k3l03'],
    ['oauth_signature_method', 'HMAC-SHA1']
  ] as const
  const rows: ReadonlyArray<
    readonly [what: string, request: SignedRequest, secrets: SigningSecrets, signature: string]
  > = [
    [
      'for a request token',
      {
        method: 'POST',
        url: 'https://photos.example.net/initiate',
        form: [],
        oauth: [
          ...common,
          ['oauth_timestamp', '137131200'],
          ['oauth_nonce', 'wIjqoS'],
          ['oauth_callback', 'http://printer.example.com/ready']
        ]
      },
      { consumerSecret, tokenSecret: '' },
      '74KNZJeDHnMBp0EMJ9ZHt/XKycU='
    ],
    [
      'for an access token',
      {
        method: 'POST',
        url: 'https://photos.example.net/token',
        form: [],
        oauth: [
          ...common,
          ['oauth_token', 'hh5s93j4hdidpola'],
          ['oauth_timestamp', '137131201'],
          ['oauth_nonce', 'walatlh'],
          ['oauth_verifier', 'hfdp7dh39dks9884']
        ]
      },
      { consumerSecret, tokenSecret: 'hdhd0244k9j7ao03' },
      'gKgrFCywp7rO0OXSjdot/IHF7IU='
    ],
    [
      'for a photo',
      {
        method: 'GET',
        url: 'http://photos.example.net/photos?file=vacation.jpg&size=original',
        form: [],
        oauth: [
          ...common,
          ['oauth_token', 'nnch734d00sl2jdk'],
          ['oauth_timestamp', '137131202'],
          ['oauth_nonce', 'chapoH']
        ]
      },
      { consumerSecret, tokenSecret: 'pfkkdhi9sl3r4s00' },
      'MdpQcU8iPSUjWoN/UDMsK2sui9I='
    ]
  ]
  it.effect.each(rows)('%s', ([, request, secrets, signature]) =>
    Effect.gen(function* () {
      assert.strictEqual(yield* signatureOf(request, secrets), signature)
    })
  )
})

it('the header encodes its values', () => {
  assert.strictEqual(
    authorizationHeader([['oauth_callback', 'https://a/b?c=d"']], 'a+b/='),
    'OAuth oauth_callback="https%3A%2F%2Fa%2Fb%3Fc%3Dd%22", oauth_signature="a%2Bb%2F%3D"'
  )
})

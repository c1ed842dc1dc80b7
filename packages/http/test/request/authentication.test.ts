import { assert, describe, it } from '@effect/vitest'
import { type PolicyKey, secretKey } from '@trustframe/core/ports'
import { keyReferencesOf, type RestfulAuthentication } from '@trustframe/plan/plan'
import * as Redacted from 'effect/Redacted'
import * as Result from 'effect/Result'
import { credentialsOf } from '../../src/request/authentication.ts'
import { compileRequest } from '../../src/request/compileRequest.ts'
import { keyReference, restfulPlan } from '../support/plan.ts'

const basic: RestfulAuthentication = {
  _tag: 'Basic',
  username: keyReference('BasicAuthenticationUsername', 'B2C_1A_User'),
  password: keyReference('BasicAuthenticationPassword', 'B2C_1A_Password')
}
const bearer: RestfulAuthentication = {
  _tag: 'BearerKey',
  token: keyReference('BearerAuthenticationToken', 'B2C_1A_Token')
}
const apiKey: RestfulAuthentication = {
  _tag: 'ApiKeyHeader',
  header: 'x-functions-key',
  key: keyReference('x-functions-key', 'B2C_1A_FunctionKey')
}
const certificate: RestfulAuthentication = {
  _tag: 'ClientCertificate',
  certificate: keyReference('ClientCertificate', 'B2C_1A_Certificate')
}
const pem: PolicyKey = {
  _tag: 'Certificate',
  certificate: { _tag: 'Pem', certificate: 'CERTIFICATE', privateKey: Redacted.make('KEY') }
}

const headerFor = (authentication: RestfulAuthentication, ...keys: ReadonlyArray<PolicyKey>) => {
  const { header } = Result.getOrThrow(credentialsOf(authentication, keys))
  return header === undefined ? undefined : `${header[0]}: ${header[1]}`
}

describe('what proves who calls', () => {
  it.each([
    ['None: nothing', { _tag: 'None' }, [], undefined],
    ['B21: Basic', basic, [secretKey('u'), secretKey('p')], 'authorization: Basic dTpw'],
    ['Basic is UTF-8', basic, [secretKey('ü'), secretKey('€')], 'authorization: Basic w7w64oKs'],
    ['Basic allows an empty password', basic, [secretKey('u'), secretKey('')], 'authorization: Basic dTo='],
    ['B23: Bearer with a key', bearer, [secretKey('t')], 'authorization: Bearer t'],
    ['B26: ApiKeyHeader', apiKey, [secretKey('k')], 'x-functions-key: k'],
    ['ClientCertificate: no header', certificate, [pem], undefined]
  ] satisfies ReadonlyArray<readonly [string, RestfulAuthentication, ReadonlyArray<PolicyKey>, string | undefined]>)(
    '%s',
    (_name, authentication, keys, header) => {
      assert.strictEqual(headerFor(authentication, ...keys), header)
    }
  )

  it('ClientCertificate: the certificate of the key', () => {
    const { certificate: found } = Result.getOrThrow(credentialsOf(certificate, [pem]))
    assert.deepStrictEqual(found, pem._tag === 'Certificate' ? pem.certificate : undefined)
  })

  it('B21: is sent with the first request', () => {
    const credentials = Result.getOrThrow(credentialsOf(basic, [secretKey('u'), secretKey('p')]))
    const request = Result.getOrThrow(compileRequest(restfulPlan({ authentication: basic }), 'x')([], credentials))
    assert.deepInclude(request.headers, ['authorization', 'Basic dTpw'])
  })

  it('B26: sends no Authorization with ApiKeyHeader', () => {
    const credentials = Result.getOrThrow(credentialsOf(apiKey, [secretKey('k')]))
    const request = Result.getOrThrow(compileRequest(restfulPlan({ authentication: apiKey }), 'x')([], credentials))
    assert.deepInclude(request.headers, ['x-functions-key', 'k'])
    assert.notInclude(
      request.headers.map(([name]) => name.toLowerCase()),
      'authorization'
    )
  })

  it('is not replaced by a Header claim of the same name', () => {
    const plan = restfulPlan({
      sendClaimsIn: 'Header',
      authentication: bearer,
      inputs: { a: { partner: 'Authorization' } }
    })
    const credentials = Result.getOrThrow(credentialsOf(bearer, [secretKey('t')]))
    const request = Result.getOrThrow(compileRequest(plan, 'x')(['forged'], credentials))
    assert.deepStrictEqual(
      request.headers.filter(([name]) => name.toLowerCase() === 'authorization'),
      [['authorization', 'Bearer t']]
    )
  })
})

describe('the keys that are asked for', () => {
  it.each([
    ['None', { _tag: 'None' }, []],
    ['Basic', basic, ['B2C_1A_User', 'B2C_1A_Password']],
    ['Bearer', bearer, ['B2C_1A_Token']],
    ['ApiKeyHeader', apiKey, ['B2C_1A_FunctionKey']],
    ['ClientCertificate', certificate, ['B2C_1A_Certificate']]
  ] satisfies ReadonlyArray<readonly [string, RestfulAuthentication, ReadonlyArray<string>]>)(
    '%s',
    (_name, authentication, names) => {
      assert.deepStrictEqual(
        keyReferencesOf(authentication).map(({ storageReferenceId }) => storageReferenceId),
        names
      )
    }
  )
})

describe('a key that cannot be used', () => {
  const cases: ReadonlyArray<{
    readonly name: string
    readonly authentication: RestfulAuthentication
    readonly keys: ReadonlyArray<PolicyKey>
    readonly key: string
    readonly storageReferenceId: string
    readonly problem: 'absent' | 'unusable'
    readonly detail: string
  }> = [
    {
      name: 'B22: the password is missing',
      authentication: basic,
      keys: [secretKey('u')],
      key: 'BasicAuthenticationPassword',
      storageReferenceId: 'B2C_1A_Password',
      problem: 'absent',
      detail: 'it is not configured'
    },
    {
      name: 'a certificate where a secret is needed',
      authentication: bearer,
      keys: [pem],
      key: 'BearerAuthenticationToken',
      storageReferenceId: 'B2C_1A_Token',
      problem: 'unusable',
      detail: 'it is a certificate; a secret is needed'
    },
    {
      name: 'a secret where a certificate is needed',
      authentication: certificate,
      keys: [secretKey('s3cret')],
      key: 'ClientCertificate',
      storageReferenceId: 'B2C_1A_Certificate',
      problem: 'unusable',
      detail: 'it is a secret; a certificate with its private key is needed'
    },
    {
      name: 'no certificate',
      authentication: certificate,
      keys: [],
      key: 'ClientCertificate',
      storageReferenceId: 'B2C_1A_Certificate',
      problem: 'absent',
      detail: 'it is not configured'
    },
    {
      name: 'a user name with a colon',
      authentication: basic,
      keys: [secretKey('u:v'), secretKey('p')],
      key: 'BasicAuthenticationUsername',
      storageReferenceId: 'B2C_1A_User',
      problem: 'unusable',
      detail: 'a user name with a colon cannot be sent (RFC 7617, section 2)'
    },
    {
      name: 'a token with a line break, as files end',
      authentication: bearer,
      keys: [secretKey('s3cret\n')],
      key: 'BearerAuthenticationToken',
      storageReferenceId: 'B2C_1A_Token',
      problem: 'unusable',
      detail: 'the value has a line break or a null character'
    }
  ]

  it.each(cases)('$name', ({ authentication, detail, key, keys, problem, storageReferenceId }) => {
    const result = credentialsOf(authentication, keys)
    assert.deepStrictEqual(Result.isFailure(result) ? { ...result.failure } : undefined, {
      _tag: 'KeyUnavailable',
      key,
      storageReferenceId,
      problem,
      detail
    })
  })
})

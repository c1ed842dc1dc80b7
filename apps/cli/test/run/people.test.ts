/** Whole journeys with people in them, answered by files. */
import { generateKeyPairSync, verify } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Folder, runCli, Service, steady } from '../support/cli.ts'
import { signInExample } from './ask/askedRun.ts'
import { policyWith } from './pagesPolicy.ts'

const steadier = (text: string): string => steady(text).replaceAll(/"(exp|nbf|iat|auth_time)":\d+/g, '"$1":#')

const inExample = (policy: string, args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}) =>
  runCli(['run', '--policy', policy, ...args], { cwd: signInExample, env })

/** Runs the example with answers of a test's own. */
const answering = async (yaml: string, ...args: ReadonlyArray<string>) => {
  using folder = new Folder({ 'answers.yaml': yaml })
  const file = join(folder.path, 'answers.yaml')
  const { status, stderr, stdout } = await inExample('B2C_1A_SignUpOrSignIn', ['--answers', file, ...args])
  return { status, stdout: stdout.replaceAll(file, 'answers.yaml'), stderr: stderr.replaceAll(file, 'answers.yaml') }
}

const signIn = 'fill: { signInName: ada@contoso.com, password: Analytical-1843 }'

describe('the answers of the example', () => {
  const exitCodes: Readonly<Record<string, number>> = { 'give-up.yaml': 1 }

  it.each(readdirSync(join(signInExample, 'answers')))('%s', async (name) => {
    const policy = name === 'edit-profile.yaml' ? 'B2C_1A_EditProfile' : 'B2C_1A_SignUpOrSignIn'
    const { status, stderr, stdout } = await inExample(policy, ['--answers', `answers/${name}`])
    await expect(steadier(stdout)).toMatchFileSnapshot(`golden/people/${name.replace('.yaml', '.txt')}`)
    expect(stderr).toBe('')
    expect(status).toBe(exitCodes[name] ?? 0)
  })
})

describe('the policies of the example', () => {
  it('have no findings', async () => {
    const { status, stdout } = await runCli(['check', '--fail-on', 'warning'], { cwd: signInExample })
    expect(stdout).toBe('3 files: 0 errors, 0 warnings, 0 advice\n')
    expect(status).toBe(0)
  })
})

describe('an answers file that cannot be read', () => {
  it('has everything that is wrong with it told at once: exit 2', async () => {
    const { status, stderr } = await answering('- chose: a\n- fil: {}\n')
    expect(stderr.match(/^error: /gm)).toHaveLength(2)
    expect(status).toBe(2)
  })
})

describe('an answer that does not fit the journey', () => {
  it.each([
    [
      'another page',
      `- ${signIn}\n- page: api.phonefactr\n  phone: 0`,
      'error: answers.yaml:2: answer 2: an answer is for page "api.phonefactr", and the journey waits at page "api.phonefactor" of step 1',
      'this page answers to "api.phonefactor", "PhoneFactor-Verify", "step 1"'
    ],
    [
      'an unknown choice',
      '- choose: Fabrikan',
      'error: answers.yaml:1: answer 1: page "api.signuporsignin" of step 1 has no choice "Fabrikan"',
      'did you mean "Fabrikam"?'
    ],
    [
      'an unknown field',
      '- fill: { signinname: a, pasword: b }',
      'error: answers.yaml:1: answer 1: page "api.signuporsignin" of step 1 has no field "pasword"',
      'did you mean "password"?'
    ],
    [
      'a code before one was sent',
      '- choose: SignUpExchange\n- enterCode: "@inbox"',
      'error: answers.yaml:2: answer 2: no code was sent yet',
      'let the page send a code before'
    ],
    [
      'two ways to leave the page',
      '- choose: SignUpExchange\n  fill: {}',
      'error: answers.yaml:1: answer 1: an answer has both "choose" and "fill", and a page is left in one way only',
      'make them two answers'
    ],
    [
      'a page while the browser is elsewhere',
      '- choose: Fabrikam\n- fill: {}',
      'error: answers.yaml:2: answer 2: the journey waits for the identity provider of technical profile "Fabrikam-OpenIdConnect", not at a page',
      'say who signs in there with "identity"'
    ]
  ])('%s: exit 2, the place, and advice', async (_, yaml, message, help) => {
    const { status, stderr } = await answering(yaml)
    expect(stderr).toContain(message)
    expect(stderr).toContain(`\n  help: ${help}`)
    expect(status).toBe(2)
  })
})

describe('the number of answers', () => {
  it('too few: exit 1, and the page that is left', async () => {
    const { status, stdout } = await answering(`- choose: Sign up now\n- verify: { email: joan@contoso.com }\n`)
    await expect(steadier(stdout)).toMatchFileSnapshot('golden/people-too-few.txt')
    expect(status).toBe(1)
  })

  it('none at all: exit 1, the page, and who could answer it', async () => {
    const { status, stdout } = await inExample('B2C_1A_SignUpOrSignIn', [])
    expect(stdout).toContain('the page that is not answered (give --answers FILE, or run this at a terminal):')
    expect(stdout).toContain('SignUpExchange "Sign up now" (choice)')
    expect(status).toBe(1)
  })

  it('none for the identity provider: exit 1, and where the browser would go', async () => {
    const { status, stdout } = await answering('- choose: Fabrikam')
    expect(stdout).toContain('the identity provider that is not answered (answers.yaml has no more answers):')
    expect(stdout).toContain('client_id=contoso-dev&response_type=code&')
    expect(status).toBe(1)
  })

  it('too many: a warning', async () => {
    const { status, stderr } = await answering(`- ${signIn}\n- phone: 0\n- cancel: true\n- cancel: true`)
    expect(stderr).toBe('warning: answers.yaml:3: the journey ended before the last 2 answers\n')
    expect(status).toBe(0)
  })
})

describe('what a person reads on the way', () => {
  it('is printed where it happens', async () => {
    const { status, stdout } = await answering(
      [
        '- choose: Sign up now',
        '- verify: { email: ada@contoso.com }',
        '  code: 000000',
        '- enterCode: "@inbox"',
        '  fill: { displayName: Ada, newPassword: short, reenterPassword: shorter }',
        '- fill: { newPassword: Analytical-1844, reenterPassword: Analytical-1844 }'
      ].join('\n')
    )
    await expect(steadier(stdout)).toMatchFileSnapshot('golden/people-messages.txt')
    expect(status).toBe(1)
  })

  it('takes codes and phone numbers as they are written', async () => {
    const { stdout } = await answering(`- ${signIn}\n- phone: +12065550101\n  code: 012345`)
    expect(stdout).toContain('» proves phone +12065550101 with code ***')
  })
})

describe('tokens', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' }
  })
  const keys = { TRUSTFRAME_KEY_B2C_1A_TokenSigningKeyContainer: privateKey }
  const request = [
    '--answers',
    'answers/sign-in.yaml',
    '--parameter',
    'client_id=app',
    '--parameter',
    'nonce=n-1',
    '--parameter',
    'scope=openid offline_access https://contosodev.onmicrosoft.com/api/read'
  ]
  const tokenForm = /eyJ[\w-]+\.[\w-]*\.[\w-]+/g

  const isSigned = (token: string): boolean => {
    const [header, claims, signature] = token.split('.')
    return verify(
      'RSA-SHA256',
      Buffer.from(`${header}.${claims}`),
      publicKey,
      Buffer.from(signature ?? '', 'base64url')
    )
  }

  it.each(['text', 'json'])('are decoded in %s, and not printed', async (format) => {
    const { status, stdout } = await inExample('B2C_1A_SignUpOrSignIn', [...request, '--format', format], keys)
    expect(stdout).not.toMatch(tokenForm)
    expect(stdout).toContain('"nonce":"n-1"')
    expect(stdout).toContain('"scp":"read"')
    expect(status).toBe(0)
  })

  it.each(['text', 'json'])('are printed whole in %s with --tokens, and verify by the key', async (format) => {
    const { stdout } = await inExample('B2C_1A_SignUpOrSignIn', [...request, '--tokens', '--format', format], keys)
    const printed = stdout.match(tokenForm) ?? []
    const signed = printed.filter((token) => token.split('.').length === 3 && isSigned(token))
    expect(new Set(signed).size).toBe(2)
  })

  it('are members of the JSON document', async () => {
    const { stdout } = await inExample('B2C_1A_SignUpOrSignIn', [...request, '--format', 'json'], keys)
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'completed',
      token: { name: 'Ada Lovelace' },
      tokens: {
        idToken: {
          header: { alg: 'RS256' },
          claims: { aud: 'app', nonce: 'n-1', name: 'Ada Lovelace' },
          expiresIn: 3600
        },
        accessToken: { claims: { aud: 'api', scp: 'read', azp: 'app' }, expiresIn: 3600 },
        refreshToken: { expiresIn: 1_209_600 }
      }
    })
  })
})

describe('secrets', () => {
  const yaml = [
    '- fill: { signInName: ada@contoso.com, password: Mistaken-1843 }',
    '- choose: Sign up now',
    '- press:',
    '    - action: SendCode',
    '      fill: { email: joan@contoso.com }',
    '    - action: VerifyCode',
    '      fill: { verificationCode: 918273 }',
    '- press: [{ action: VerifyCode, fill: { verificationCode: "@inbox" } }]',
    '  fill:',
    '    displayName: Joan',
    '    New password: Bletchley-1940',
    '    reenterPassword: Bletchley-1940',
    '- phone: "+12065550103"',
    '  code: 192837'
  ].join('\n')

  it.each(['text', 'json'])('that people type are masked in %s', async (format) => {
    const { stderr, stdout } = await answering(yaml, '--format', format)
    const output = stdout + stderr
    for (const secret of ['Mistaken-1843', 'Bletchley-1940', '918273', '192837']) expect(output).not.toContain(secret)
    // Codes that were sent have six digits.
    expect(output.replaceAll(/[\da-f-]{36}/g, '')).not.toMatch(/(?<![\d+.])\d{6}(?!\d)/)
    expect(output).toContain('joan@contoso.com')
  })
})

describe('the request', () => {
  it('has parameters: login_hint fills the address in', async () => {
    const { status } = await answering(
      '- fill: { password: Analytical-1843 }\n- phone: 0',
      '--parameter',
      'login_hint=ada@contoso.com'
    )
    expect(status).toBe(0)
  })

  it('has a language', async () => {
    using folder = new Folder({ 'Pages.xml': policyWith('Culture') })
    const { stdout } = await runCli(['run', 'Pages.xml', '--language', 'de', '--format', 'json'], { cwd: folder.path })
    expect(JSON.parse(stdout)).toMatchObject({ claims: { intro: 'de' } })
  })

  it('of a pair that is none is refused', async () => {
    const { status, stderr } = await answering('[]', '--parameter', 'login_hint')
    expect(stderr).toContain('--parameter needs NAME=VALUE and got "login_hint"')
    expect(status).toBe(2)
  })
})

describe('real identity providers', () => {
  let provider: Service
  let folder: Folder

  beforeAll(async () => {
    provider = await Service.start(({ url }) =>
      url.startsWith('/token') ? { body: { access_token: 'an-access-token' } } : { body: { id: 'grace-42' } }
    )
    folder = new Folder({
      'Pages.xml': policyWith('Social'),
      'returns.yaml': '- returns: { code: a-code-of-the-provider }',
      'error.yaml': '- returns: { error: access_denied, error_description: The user said no. }',
      'identity.yaml': '- identity: { id: grace-42 }'
    })
  })
  afterAll(async () => {
    folder[Symbol.dispose]()
    await provider[Symbol.asyncDispose]()
  })

  const withProvider = (answers: string, ...args: ReadonlyArray<string>) =>
    runCli(['run', 'Pages.xml', '--answers', answers, '--host', `social.example=${provider.origin}`, ...args], {
      cwd: folder.path,
      env: { TRUSTFRAME_KEY_B2C_1A_Social: 'secret-of-the-client' }
    })

  it('redeem the code that the browser brings', async () => {
    const { status, stderr, stdout } = await withProvider('returns.yaml', '--identity-providers', 'real')
    expect(provider.received.map(({ method, url }) => `${method} ${url.replace(/\?.*/, '')}`)).toEqual([
      'POST /token',
      'GET /me'
    ])
    expect(provider.received[0]?.body).toContain('code=a-code-of-the-provider')
    expect(stdout).toContain('objectId = "grace-42"')
    for (const secret of ['an-access-token', 'secret-of-the-client']) expect(stdout + stderr).not.toContain(secret)
    expect(status).toBe(0)
  })

  it('may say no', async () => {
    const { status, stdout } = await withProvider('error.yaml', '--identity-providers', 'real')
    expect(stdout).toContain('AADB2C90273')
    expect(status).toBe(1)
  })

  it('do not believe whoever an answers file names', async () => {
    const { status, stderr } = await withProvider('identity.yaml', '--identity-providers', 'real')
    expect(stderr).toContain('the answer says who signs in, and the identity providers of this runtime are real ones')
    expect(stderr).toContain('help: say what the provider sends back with "returns"')
    expect(status).toBe(2)
  })

  it('are not called by default', async () => {
    provider.received.length = 0
    const { status, stdout } = await withProvider('identity.yaml')
    expect(provider.received).toEqual([])
    expect(stdout).toContain('objectId = "grace-42"')
    expect(status).toBe(0)
  })
})

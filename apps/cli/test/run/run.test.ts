import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Folder, type Received, runCli, Service, steady } from '../support/cli.ts'
import { keys, policy, settings } from './policy.ts'

const token = 'eyJ-token-of-the-test'
let folder: Folder
let tokens: Service
let api: Service
let answerOfApi: (request: Received) => { readonly status?: number; readonly body: unknown }

beforeAll(async () => {
  folder = new Folder({ 'Own.xml': policy, 'keys.env': keys })
  tokens = await Service.start(() => ({ body: { token_type: 'Bearer', expires_in: 3599, access_token: token } }))
  api = await Service.start((request) => answerOfApi(request))
})
afterAll(async () => {
  folder[Symbol.dispose]()
  await Promise.all([tokens[Symbol.asyncDispose](), api[Symbol.asyncDispose]()])
})

const hosts = () => [
  '--host',
  `login.microsoftonline.com=${tokens.origin}`,
  '--host',
  `api.contoso.example=${api.origin}`
]
const run = (...args: ReadonlyArray<string>) =>
  runCli(['run', 'Own.xml', '--keys', 'keys.env', ...settings, ...hosts(), ...args], { cwd: folder.path })

const well = () => {
  answerOfApi = () => ({ body: { name: 'Ada', featureGroup: 'early' } })
}

describe('trustframe run', () => {
  it('runs the client-credentials pattern of a policy of one’s own, unchanged', async () => {
    well()
    tokens.received.length = 0
    const { status, stdout } = await run('--claim', 'ObjectId=a/7')
    await expect(steady(stdout)).toMatchFileSnapshot('golden/completed.txt')
    expect(status).toBe(0)
    expect(tokens.received).toEqual([
      {
        method: 'POST',
        url: '/contoso.onmicrosoft.com/oauth2/v2.0/token',
        authorization: `Basic ${Buffer.from('client-of-the-test:S3cret-of-the-test!').toString('base64')}`,
        body: 'grant_type=client_credentials&scope=https%3A%2F%2Fcontoso.onmicrosoft.com%2Fapi%2F.default'
      }
    ])
    expect(api.received.at(-1)).toEqual({
      method: 'GET',
      url: '/profile/a%2F7',
      authorization: `Bearer ${token}`,
      body: ''
    })
  })

  it('answers with one JSON document', async () => {
    well()
    const { status, stdout } = await run('--claim', 'ObjectId=7', '--format', 'json')
    const document: unknown = JSON.parse(stdout)
    expect(document).toMatchObject({
      version: 1,
      outcome: 'completed',
      policy: 'B2C_1A_Own',
      journey: 'Own',
      claims: { ObjectId: '7', BearerToken: '***', Name: 'Ada', FeatureGroup: 'early' },
      token: { sub: '7', name: 'Ada', BearerToken: '***' }
    })
    expect(status).toBe(0)
  })

  it('shows what failed, where, what the user reads and what to do', async () => {
    answerOfApi = () => ({ status: 500, body: 'oops' })
    const { status, stdout } = await run('--claim', 'ObjectId=7')
    await expect(steady(stdout)).toMatchFileSnapshot('golden/failed.txt')
    expect(status).toBe(1)
  })

  it('says the same as JSON', async () => {
    answerOfApi = () => ({ status: 409, body: { version: '1.0.0', status: 409, userMessage: 'Not today.' } })
    const { status, stdout } = await run('--claim', 'ObjectId=7', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'failed',
      error: {
        tag: 'ServiceRejected',
        code: 'AADB2C90075',
        userMessage: 'Not today.',
        messageKey: 'userMessage',
        technicalProfile: 'RestApi-GetProfile',
        step: 2,
        attempts: 1,
        relyingParty: {
          error: 'server_error',
          error_description: expect.stringContaining("Code 'Conflict' and Reason 'Not today.'")
        }
      }
    })
    expect(status).toBe(1)
  })

  it('runs one technical profile alone', async () => {
    const { status, stdout } = await run('--profile', 'restapi-getbearertoken', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'completed',
      journey: 'RestApi-GetBearerToken',
      claims: { BearerToken: '***' }
    })
    expect(status).toBe(0)
  })
})

describe('secrets', () => {
  const secrets = [
    token,
    'S3cret-of-the-test!',
    'client-of-the-test',
    Buffer.from('client-of-the-test:S3cret-of-the-test!').toString('base64')
  ]

  it.each([
    ['text', 'a success', () => ({ body: { name: 'Ada', featureGroup: 'early' } })],
    ['json', 'a success', () => ({ body: { name: 'Ada', featureGroup: 'early' } })],
    // A service that gives away what it was sent.
    [
      'text',
      'an echo in claims',
      ({ authorization }: Received) => ({ body: { name: authorization, featureGroup: token } })
    ],
    [
      'json',
      'an echo in claims',
      ({ authorization }: Received) => ({ body: { name: authorization, featureGroup: token } })
    ],
    [
      'text',
      'an echo in an error',
      ({ authorization }: Received) => ({ status: 409, body: { status: 409, userMessage: authorization } })
    ],
    [
      'json',
      'an echo in an error',
      ({ authorization }: Received) => ({ status: 409, body: { status: 409, userMessage: authorization } })
    ]
  ])('are masked in %s, after %s', async (format, _, answer) => {
    answerOfApi = answer
    const { stderr, stdout } = await run('--claim', 'ObjectId=7', '--format', format)
    expect(stdout).toContain('***')
    for (const secret of secrets) expect(stdout + stderr).not.toContain(secret)
  })
})

describe('what cannot be run', () => {
  it.each<[string, ReadonlyArray<string>, string]>([
    ['a setting is missing', ['--keys', 'keys.env', '--set', 'ApiId=api'], 'TF2004'],
    [
      'a key is missing',
      [...settings],
      'error: the policy needs keys that nobody configured: B2C_1A_RestApiClientId, B2C_1A_RestApiClientSecret'
    ],
    ['a claim is misspelt', ['--keys', 'keys.env', ...settings, '--claim', 'ObjectIt=7'], 'did you mean "ObjectId"?'],
    ['the journey is misspelt', ['--keys', 'keys.env', ...settings, '--journey', 'Onw'], 'did you mean "Own"?'],
    [
      'the profile is misspelt',
      ['--keys', 'keys.env', ...settings, '--profile', 'RestApi-GetProfil'],
      'did you mean "RestApi-GetProfile"?'
    ],
    ['the policy is misspelt', ['--policy', 'B2C_1A_Onw', ...settings], 'did you mean "B2C_1A_Own"?'],
    ['an option is misspelt', ['--claimz', 'a=b'], '--claim'],
    ['a pair is none', ['--set', 'TenantId'], '--set needs NAME=VALUE and got "TenantId"'],
    [
      'a file is missing',
      ['--keys', 'nowhere.env', ...settings],
      'cannot read the keys "nowhere.env": it does not exist'
    ],
    ['a format is unknown', ['--format', 'yaml'], 'yaml']
  ])('%s: exit 2, and advice', async (_, args, text) => {
    const { status, stderr, stdout } = await runCli(['run', 'Own.xml', ...args], { cwd: folder.path })
    expect(stderr + stdout).toContain(text)
    expect(status).toBe(2)
  })

  it('there is no policy', async () => {
    const { status, stderr } = await runCli(['run', 'nowhere'], { cwd: folder.path })
    expect(stderr).toBe('error: there is no file or folder "nowhere"\n')
    expect(status).toBe(2)
  })
})

describe('the project file', () => {
  it('may only configure technical profiles that exist', async () => {
    using project = new Folder({
      'Own.xml': policy,
      'keys.env': keys,
      'trustframe.json': JSON.stringify({ resilience: { profiles: { 'RestApi-GetProfil': { tries: 1 } } } })
    })
    const { status, stderr } = await runCli(['run', 'Own.xml', '--keys', 'keys.env', ...settings], {
      cwd: project.path
    })
    expect(stderr).toContain(
      'resilience.profiles of trustframe.json: there is no technical profile "RestApi-GetProfil"'
    )
    expect(stderr).toContain('did you mean "RestApi-GetProfile"?')
    expect(status).toBe(2)
  })

  it('gives what options leave out, and the environment wins over it', async () => {
    well()
    using project = new Folder({
      'policies/Own.xml': policy,
      'secrets.json': JSON.stringify({
        B2C_1A_RestApiClientId: 'a-client-id',
        B2C_1A_RestApiClientSecret: 'a-client-secret'
      }),
      'appsettings.json': JSON.stringify({
        Environments: [
          {
            Name: 'Test',
            Tenant: 'contoso.onmicrosoft.com',
            PolicySettings: {
              TenantId: 'file',
              ApiId: 'api',
              ApiBaseUrl: 'https://api.contoso.example',
              DeveloperMode: 'false'
            }
          }
        ]
      }),
      'trustframe.json': JSON.stringify({
        policies: ['policies/*.xml'],
        settings: 'appsettings.json',
        environment: 'Test',
        keys: 'secrets.json',
        hosts: { 'login.microsoftonline.com': tokens.origin, 'api.contoso.example': api.origin }
      })
    })
    tokens.received.length = 0
    const { status } = await runCli(['run', '--claim', 'ObjectId=7'], {
      cwd: project.path,
      env: { TRUSTFRAME_KEY_B2C_1A_RestApiClientSecret: 'from-the-environment' }
    })
    expect(status).toBe(0)
    expect(tokens.received[0]).toMatchObject({
      url: '/file/oauth2/v2.0/token',
      authorization: `Basic ${Buffer.from('a-client-id:from-the-environment').toString('base64')}`
    })
  })

  it('is refused when it has a key that does not exist', async () => {
    using project = new Folder({ 'Own.xml': policy, 'trustframe.json': '{ "polices": [] }' })
    const { status, stderr } = await runCli(['run'], { cwd: project.path })
    expect(stderr).toContain('trustframe.json is no valid project file')
    expect(stderr).toContain('polices')
    expect(status).toBe(2)
  })
})

describe('the command itself', () => {
  it('tells its version', async () => {
    expect(await runCli(['--version'], { cwd: folder.path })).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^trustframe \d/)
    })
  })

  it.each([['--help'], ['run', '--help']])('explains itself with %s', async (...args) => {
    const { status, stdout } = await runCli(args, { cwd: folder.path })
    expect(stdout).toContain('run')
    expect(status).toBe(0)
  })

  it('colours a terminal’s output, and nothing when NO_COLOR is set', async () => {
    well()
    const coloured = await runCli(
      ['run', 'Own.xml', '--keys', 'keys.env', ...settings, ...hosts(), '--claim', 'ObjectId=7'],
      {
        cwd: folder.path,
        env: { FORCE_COLOR: '1' }
      }
    )
    expect(coloured.stdout).toContain('\u001B[')
    const plain = await runCli(
      ['run', 'Own.xml', '--keys', 'keys.env', ...settings, ...hosts(), '--claim', 'ObjectId=7'],
      {
        cwd: folder.path,
        env: { FORCE_COLOR: '1', NO_COLOR: '1' }
      }
    )
    expect(plain.stdout).not.toContain('\u001B[')
  })
})

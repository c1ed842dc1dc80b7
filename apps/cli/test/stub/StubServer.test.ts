import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { showBag } from '@trustframe/core'
import { compileJourney } from '@trustframe/plan'
import { layerUndici, Transport } from '@trustframe/http'
import * as Effect from 'effect/Effect'
import * as Result from 'effect/Result'
import { afterEach, describe, expect, it } from 'vitest'
import { makeRecorder } from '../../src/stub/record.ts'
import { exampleFile, readStubFile } from '../../src/stub/StubFile.ts'
import { StubFolder } from '../../src/stub/StubFolder.ts'
import { Service } from '../support/cli.ts'
import { profiles, runJourneys, scenario, shown, Stubs } from './harness.ts'

const folders: Array<string> = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const newFolder = (): { readonly path: string; readonly folder: StubFolder } => {
  const path = mkdtempSync(join(tmpdir(), 'trustframe-stubs-'))
  folders.push(path)
  return { path, folder: new StubFolder(path) }
}

const claimsOf = async (hosts: Readonly<Record<string, string>>, id?: string) => {
  const [end] = await runJourneys(hosts, 1, {}, id)
  const { plan } = compileJourney(scenario.policy)
  return plan === undefined || end === undefined ? undefined : showBag(plan, end.state.bag)
}

describe('stubs', () => {
  it('answer with examples of what the output claims need, and report what they receive without credentials', async () => {
    await using stubs = await Stubs.start()
    expect(await claimsOf(stubs.server.hosts)).toMatchObject({ token: '***', name: 'Ada Lovelace', age: 42 })
    expect(stubs.log).toEqual([
      'GetToken POST https://login.contoso.example/token {"grant_type":"client_credentials","scope":"api/.default"} → answered 200',
      'GetPerson GET https://api.contoso.example/people/7 → answered 200'
    ])
    expect(stubs.events.map(({ request }) => request.headers['authorization'])).toEqual([undefined, 'Bearer ***'])
    expect(stubs.events[1]?.request.reveal().headers['authorization']).toBe('Bearer example-token-of-GetToken')
  })

  it('listen on a port for each host', async () => {
    await using stubs = await Stubs.start()
    expect(Object.keys(stubs.server.hosts)).toEqual(['login.contoso.example', 'api.contoso.example'])
    expect(Object.values(stubs.server.hosts)).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)
    ])
  })

  it('tell profiles that share a URL apart by what they send', async () => {
    await using stubs = await Stubs.start()
    const url = `${stubs.server.hosts['login.contoso.example'] ?? ''}/token`
    for (const body of ['grant_type=client_credentials&scope=x', 'grant_type=refresh_token&refresh_token=s3cret']) {
      await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    }
    expect(stubs.log).toEqual([
      'GetToken POST https://login.contoso.example/token {"grant_type":"client_credentials","scope":"x"} → answered 200',
      'RefreshToken POST https://login.contoso.example/token {"grant_type":"refresh_token","refresh_token":"***"} → answered 200'
    ])
  })

  it.each([
    [
      'POST',
      '/people/7',
      404,
      'no technical profile makes this request; there are GET https://api.contoso.example/people/{id}'
    ],
    [
      'GET',
      '/people/7/more',
      404,
      'no technical profile makes this request; there are GET https://api.contoso.example/people/{id}'
    ],
    ['PUT', '/people/7', 405, 'technical profiles make no PUT requests']
  ])('answer %s %s, which nobody expects, with %i', async (method, path, status, error) => {
    await using stubs = await Stubs.start()
    const response = await fetch(`${stubs.server.hosts['api.contoso.example'] ?? ''}${path}`, { method })
    expect([response.status, await response.json()]).toEqual([status, { error }])
  })

  it('refuse requests that are too large', async () => {
    await using stubs = await Stubs.start()
    const url = `${stubs.server.hosts['login.contoso.example'] ?? ''}/token`
    const response = await fetch(url, { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) })
    expect(response.status).toBe(413)
  })
})

describe('the files of stubs', () => {
  it('are written where they are missing, and left alone where they are not', async () => {
    const { folder, path } = newFolder()
    writeFileSync(join(path, 'GetPerson.json'), '{ "answers": [] }')
    expect(profiles.map(({ plan }) => folder.create(plan))).toEqual([true, true, false])
    expect(readdirSync(path)).toEqual(['GetPerson.json', 'GetToken.json', 'RefreshToken.json'])
    await expect(readFileSync(join(path, 'GetToken.json'), 'utf8')).toMatchFileSnapshot('golden/GetToken.json')
  })

  it('look like the one in docs/reference/stubs.md', () => {
    const page = readFileSync(new URL('../../../../docs/reference/stubs.md', import.meta.url), 'utf8')
    const [, example = ''] = /```json\n([^]*?)```/.exec(page) ?? []
    expect(Result.getOrThrow(readStubFile(example, 'REST-GetProfile'))).toMatchObject({
      faults: [{ when: { technicalProfile: 'REST-GetProfile' } }],
      file: { answers: [{ status: 404 }, { when: { path: '/members/9' } }, { body: { name: 'Ada' } }] }
    })
  })

  it('are read again when they change: answers by request, faults, and mistakes', async () => {
    const { folder, path } = newFolder()
    await using stubs = await Stubs.start({}, folder)
    const write = (text: string) => writeFileSync(join(path, 'GetPerson.json'), text)
    write(
      JSON.stringify({
        answers: [
          { when: 'GET /people/8', body: { name: 'Grace', age: 85 } },
          { when: { path: '/people/9' }, status: 409, body: { status: 409, userMessage: 'Nobody is 9.' } },
          { body: { name: 'Ada', age: '36' }, headers: { 'Cache-Control': 'no-store' } }
        ]
      })
    )
    expect([await claimsOf(stubs.server.hosts), await claimsOf(stubs.server.hosts, '8')]).toMatchObject([
      { name: 'Ada', age: 36 },
      { name: 'Grace', age: 85 }
    ])
    expect(shown((await runJourneys(stubs.server.hosts, 1, {}, '9'))[0])).toEqual([
      'ServiceRejected',
      1,
      'Nobody is 9.'
    ])

    write('{ "faults": ["contract:Not now.", "ok"], "answers": [{ "body": {} }] }')
    const ends = await runJourneys(stubs.server.hosts, 2)
    expect(ends.map(shown)).toEqual([['ServiceRejected', 1, 'Not now.'], ['Completed']])

    for (const [text, problem] of [
      ['{', 'the file is not valid JSON'],
      ['{ "answer": [] }', 'answer'],
      ['{ "answers": [], "faults": "tmeout" }', '"tmeout" is no fault; did you mean "timeout"?'],
      [
        '{ "answers": [], "faults": "dns" }',
        '"dns" happens before a request reaches a service; give it to the command, as --fault PROFILE=dns'
      ],
      ['{ "answers": [{ "when": "/people/8" }] }', 'has no answer for it']
    ] as const) {
      write(text)
      await runJourneys(stubs.server.hosts)
      const last = stubs.events.at(-1)
      expect([last?.problem, last?.outcome]).toEqual([true, expect.stringContaining(problem)])
    }
  })

  it('hold what real services answered, without credentials, for the next start', async () => {
    await using real = await Service.start(({ method, url }) =>
      method === 'POST'
        ? { body: { access_token: 'real-secret-token', expires_in: 60, id_token: 'real-id-token' } }
        : url.endsWith('/9')
          ? { status: 404, body: { error: 'not found' } }
          : {
              body: { name: `Person ${url.at(-1) ?? ''}`, age: 9_007_199_254_740_993n.toString(), api_key: 'real-key' }
            }
    )
    const { folder, path } = newFolder()
    for (const { plan } of profiles) folder.create(plan, { ...exampleFile(plan), answers: [] })
    const recorded = await Effect.runPromise(
      Effect.gen(function* () {
        const transport = yield* Transport
        return yield* Effect.promise(async () => {
          await using stubs = await Stubs.start(
            {},
            folder,
            makeRecorder(transport, folder, () => real.origin)
          )
          await runJourneys(stubs.server.hosts, 1, {}, '8')
          await runJourneys(stubs.server.hosts, 1, {}, '9')
          return stubs.log
        })
      }).pipe(Effect.provide(layerUndici()))
    )
    expect(recorded.map((line) => line.replace(/.*→ /, ''))).toEqual([
      'answered 200',
      'answered 200',
      'answered 200',
      'answered 404'
    ])
    // The real token came as far as the real API, but not into the files.
    expect(real.received.at(-1)?.authorization).toBe('Bearer real-secret-token')
    const files = readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'))
    expect(files.join('\n')).not.toMatch(/real-/)
    await expect(readFileSync(join(path, 'GetPerson.json'), 'utf8')).toMatchFileSnapshot(
      'golden/GetPerson.recorded.json'
    )
    await expect(readFileSync(join(path, 'GetToken.json'), 'utf8')).toMatchFileSnapshot('golden/GetToken.recorded.json')

    await using replayed = await Stubs.start({}, folder)
    expect([
      (await runJourneys(replayed.server.hosts, 1, {}, '9')).map(shown),
      replayed.log.map((line) => line.replace(/.*→ /, ''))
    ]).toEqual([[['StatusRejected', 1, 'It failed.']], ['answered 200', 'answered 404']])
  })

  it('say so when the real service gives no answer', async () => {
    const { folder } = newFolder()
    for (const { plan } of profiles) folder.create(plan, { ...exampleFile(plan), answers: [] })
    const log = await Effect.runPromise(
      Effect.gen(function* () {
        const transport = yield* Transport
        return yield* Effect.promise(async () => {
          await using stubs = await Stubs.start(
            {},
            folder,
            makeRecorder(transport, folder, () => 'https://real.invalid')
          )
          await runJourneys(stubs.server.hosts, 1, { timeout: '5 seconds' })
          return stubs.log
        })
      }).pipe(Effect.provide(layerUndici()))
    )
    expect(log).toEqual([
      expect.stringMatching(
        /→ the real service gave no answer: the host name "real\.invalid" does not resolve \(E\w+\)$/
      )
    ])
  })
})

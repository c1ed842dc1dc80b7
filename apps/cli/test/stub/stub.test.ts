/** `trustframe stub` as its users run it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { listen, stop } from '../../src/stub/listen.ts'
import { Folder, runCli } from '../support/cli.ts'
import { stubPolicy } from './policy.ts'

const entry = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src', 'main.ts')

/** A running command, line by line. */
class Running implements AsyncDisposable {
  readonly lines: Array<string> = []
  readonly #child: ChildProcess
  readonly #closed: Promise<ReadonlyArray<unknown>>

  constructor(args: ReadonlyArray<string>, cwd: string) {
    this.#child = spawn(process.execPath, ['--conditions=@trustframe/source', entry, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit']
    })
    this.#closed = once(this.#child, 'close')
  }

  /** The first line that matches, printed already or later. */
  async line(pattern: RegExp): Promise<string> {
    const { stdout } = this.#child
    const known = this.lines.find((line) => pattern.test(line))
    if (known !== undefined || stdout === null) return known ?? ''
    for await (const line of createInterface({ input: stdout })) {
      this.lines.push(line)
      if (pattern.test(line)) return line
    }
    return ''
  }

  /** Presses Ctrl+C; answers with the exit code and the signal. */
  async interrupt(): Promise<ReadonlyArray<unknown>> {
    this.#child.kill('SIGINT')
    return await this.#closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#closed
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  const port = await listen(server, 0)
  await stop(server)
  return port
}

describe('trustframe stub', { timeout: 60_000 }, () => {
  it('stands in for partner services until it is interrupted, on the ports that the project calls', async () => {
    const ports = [await freePort(), await freePort()]
    const hosts = {
      'login.contoso.example': `http://127.0.0.1:${ports[0]}`,
      'api.contoso.example': `http://127.0.0.1:${ports[1]}`
    }
    using folder = new Folder({
      'Policy.xml': stubPolicy,
      'trustframe.json': JSON.stringify({ hosts, stubs: 'answers', faults: { GetPerson: ['404'] } })
    })
    await using stubs = new Running(['stub', '--requests', 'requests.jsonl', '--format', 'json'], folder.path)
    expect(JSON.parse(await stubs.line(/"started"/))).toMatchObject({ event: 'started', hosts })
    expect(readdirSync(join(folder.path, 'answers'))).toEqual(['GetPerson.json', 'GetToken.json', 'RefreshToken.json'])

    const first = await runCli(['run', '--claim', 'id=7', '--format', 'json'], { cwd: folder.path })
    const second = await runCli(['run', '--claim', 'id=7', '--format', 'json'], { cwd: folder.path })
    expect([JSON.parse(first.stdout).error?.tag, JSON.parse(second.stdout).claims]).toEqual([
      'StatusRejected',
      expect.objectContaining({ token: '***', name: 'Ada Lovelace', age: 42 })
    ])
    expect(await stubs.interrupt()).toEqual([0, null])

    const requests = readFileSync(join(folder.path, 'requests.jsonl'), 'utf8')
    expect(requests).not.toContain('example-token')
    expect(
      requests
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line))
    ).toMatchObject([
      { technicalProfile: 'GetToken', outcome: 'answered 200' },
      { technicalProfile: 'GetPerson', outcome: 'fault 404', headers: { authorization: 'Bearer ***' } },
      { technicalProfile: 'GetToken', outcome: 'answered 200' },
      {
        technicalProfile: 'GetPerson',
        outcome: 'answered 200',
        url: 'https://api.contoso.example/people/7',
        problem: false
      }
    ])
  })

  it('says how to call the stubs, and where faults need another URL', async () => {
    using folder = new Folder({ 'Policy.xml': stubPolicy })
    await using stubs = new Running(
      ['stub', '--fault', 'GetPerson=dns', '--profile', 'GetToken', '--profile', 'GetPerson'],
      folder.path
    )
    await stubs.line(/^Ctrl\+C stops them\.$/)
    const shown = stubs.lines.join('\n').replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    await expect(`${shown}\n`).toMatchFileSnapshot('golden/started.txt')
  })

  it.each([
    [
      'a fault that is none',
      ['--fault', 'GetToken=tmeout'],
      'error: --fault: "tmeout" is no fault; did you mean "timeout"?'
    ],
    [
      'a profile that does not exist',
      ['--fault', 'GetTokn=503'],
      'error: there is no technical profile "GetTokn"\n  help: did you mean "GetToken"?'
    ],
    [
      'recording without a folder',
      ['--record'],
      'error: --record needs a folder for the answers\n  help: name one with --dir'
    ]
  ])('exits with 2 for %s', async (_, args, message) => {
    using folder = new Folder({ 'Policy.xml': stubPolicy })
    const run = await runCli(['stub', ...args], { cwd: folder.path })
    expect(run.stderr).toContain(message)
    expect(run.status).toBe(2)
  })

  it('exits with 2 when a port is in use', async () => {
    const server = createServer()
    const port = await listen(server, 0)
    using folder = new Folder({ 'Policy.xml': stubPolicy })
    const run = await runCli(['stub', '--port', String(port)], { cwd: folder.path })
    await stop(server)
    expect(run.stderr).toContain('help: stop what listens there, or choose others with --port')
    expect(run.status).toBe(2)
  })
})

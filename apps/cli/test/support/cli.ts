/** Runs the command as a user does: in a process of its own, from a folder, with an environment. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const entry = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src', 'main.ts')

/** What a run printed, and how it ended. */
export interface CliRun {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Variables of the machine that change what the command does. */
const unset: ReadonlySet<string> = new Set([
  'NO_COLOR',
  'FORCE_COLOR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'http_proxy',
  'https_proxy',
  'CI'
])

/** Where the command runs. */
interface CliOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

const spawnCli = (args: ReadonlyArray<string>, { cwd, env = {} }: CliOptions) => {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !unset.has(name) && !name.startsWith('TRUSTFRAME_'))
  )
  return spawn(process.execPath, ['--conditions=@trustframe/source', entry, ...args], {
    cwd,
    env: { ...inherited, NODE_COMPILE_CACHE: join(tmpdir(), 'trustframe-compile-cache'), ...env }
  })
}

/** Runs `trustframe …args` in `cwd`. */
export const runCli = (args: ReadonlyArray<string>, options: CliOptions): Promise<CliRun> =>
  new Promise((resolve, reject) => {
    const child = spawnCli(args, options)
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })

/** A command that goes on until it is disposed of. */
export interface RunningCli extends AsyncDisposable {
  /** Waits until all the texts were printed, and takes what was printed up to the end of the last of them. */
  readonly prints: (...texts: ReadonlyArray<string>) => Promise<string>
}

/** Starts `trustframe …args` in `cwd`. */
export const startCli = (args: ReadonlyArray<string>, options: CliOptions): RunningCli => {
  const child = spawnCli(args, options)
  let printed = ''
  const listeners = new Set<() => void>()
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk
    for (const listener of listeners) listener()
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  return {
    prints: (...texts) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!texts.every((text) => printed.includes(text))) return
          const end = Math.max(...texts.map((text) => printed.indexOf(text) + text.length))
          const taken = printed.slice(0, end)
          printed = printed.slice(end)
          listeners.delete(look)
          resolve(taken)
        }
        listeners.add(look)
        void ended.then(() =>
          reject(new Error(`it ended before it printed ${texts.join(', ')}; it printed ${printed}`))
        )
        look()
      }),
    [Symbol.asyncDispose]: async () => {
      child.kill()
      await ended
    }
  }
}

/** A folder with these files, which is gone when the test ends. */
export class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'trustframe-cli-'))

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.write(name, text)
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true })
    writeFileSync(join(this.path, name), text)
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

/** A request as a service received it. */
export interface Received {
  readonly method: string
  readonly url: string
  readonly authorization: string
  readonly body: string
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Array<Uint8Array> = []
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** A service on a loopback port that answers with what a function says. */
export class Service implements AsyncDisposable {
  readonly received: Array<Received> = []
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  static async start(
    answer: (request: Received) => { readonly status?: number; readonly body: unknown }
  ): Promise<Service> {
    const handle = async (request: IncomingMessage, response: ServerResponse) => {
      const received = {
        method: request.method ?? '',
        url: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        body: await readBody(request)
      }
      service.received.push(received)
      const { body: answered, status = 200 } = answer(received)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(typeof answered === 'string' ? answered : JSON.stringify(answered))
    }
    const server = createServer((request, response) => void handle(request, response))
    const service = new Service(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return service
  }

  /** `http://127.0.0.1:port`. */
  get origin(): string {
    const address = this.#server.address()
    return `http://127.0.0.1:${address === null || typeof address === 'string' ? 0 : address.port}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
      this.#server.closeAllConnections()
    })
  }
}

/** Output without what differs from run to run: durations, ports, correlation ids, times. */
export const steady = (text: string): string =>
  text
    .replaceAll(/\b\d+(?:\.\d+)? ms\b/g, '# ms')
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'GUID')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ/g, 'TIME')

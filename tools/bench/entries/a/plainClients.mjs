/** HTTP clients without Effect, bare and under the guards. */
import http from 'node:http'
import { create as createAxios } from 'axios'
import gotLib from 'got'
import kyLib from 'ky'
import * as undici from 'undici'
import { encode, headers, StatusError } from './common.mjs'
import { plain, plainNative, withCockatiel, withOpossum } from './guards.mjs'

// Each client: (context) => ({ call(input, signal), close() })

const request = async (url, options) => {
  const { body, statusCode } = await undici.request(url, { method: 'POST', headers, ...options })
  if (statusCode !== 200) throw new StatusError(statusCode)
  return body.json()
}

const undiciRequest = ({ url }) => {
  const dispatcher = new undici.Agent()
  return {
    call: (input, signal) => request(url, { dispatcher, body: encode(input.claims), signal }),
    close: () => dispatcher.close()
  }
}

const undiciOwnTimeLimit = ({ url }) => {
  const dispatcher = new undici.Agent({ headersTimeout: 5000, bodyTimeout: 5000 })
  return {
    call: (input) => request(url, { dispatcher, body: encode(input.claims) }),
    close: () => dispatcher.close()
  }
}

const undiciPool = ({ url }) => {
  const { origin, pathname } = new URL(url)
  const pool = new undici.Pool(origin, { connections: 16 })
  return {
    async call(input, signal) {
      const { body, statusCode } = await pool.request({
        path: pathname,
        method: 'POST',
        headers,
        body: encode(input.claims),
        signal
      })
      if (statusCode !== 200) throw new StatusError(statusCode)
      return body.json()
    },
    close: () => pool.close()
  }
}

/** The floor inside undici: a handler that collects the body; no stream, no signal. */
class Collect {
  status = 0
  chunks
  constructor(resolve, reject) {
    this.resolve = resolve
    this.reject = reject
  }
  onRequestStart() {}
  onResponseStart(_controller, status) {
    if (status >= 200) this.status = status
  }
  onResponseData(_controller, chunk) {
    this.chunks = this.chunks === undefined ? chunk : Buffer.concat([this.chunks, chunk])
  }
  onResponseEnd() {
    if (this.status !== 200) return this.reject(new StatusError(this.status))
    try {
      this.resolve(JSON.parse(this.chunks.toString('utf8')))
    } catch (error) {
      this.reject(error)
    }
  }
  onResponseError(_controller, error) {
    this.reject(error)
  }
}

const undiciDispatch = ({ url }) => {
  const { origin, pathname } = new URL(url)
  const pool = new undici.Pool(origin, { connections: 16, headersTimeout: 5000, bodyTimeout: 5000 })
  return {
    call: (input) =>
      new Promise((resolve, reject) => {
        const sent = { path: pathname, method: 'POST', headers, body: encode(input.claims) }
        pool.dispatch(sent, new Collect(resolve, reject))
      }),
    close: () => pool.close()
  }
}

const nodeHttp = ({ url }) => {
  const { hostname: host, pathname: path, port } = new URL(url)
  const agent = new http.Agent({ keepAlive: true })
  const common = { agent, host, port, path, method: 'POST' }
  return {
    call: (input, signal) =>
      new Promise((resolve, reject) => {
        const body = encode(input.claims)
        const sent = { ...common, signal, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }
        const call = http.request(sent, (answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (chunk) => {
            text += chunk
          })
          answer.on('end', () => {
            if (answer.statusCode !== 200) return reject(new StatusError(answer.statusCode))
            try {
              resolve(JSON.parse(text))
            } catch (error) {
              reject(error)
            }
          })
        })
        call.on('error', reject)
        call.end(body)
      }),
    close: () => agent.destroy()
  }
}

const fetchWith =
  (fetch) =>
  ({ url }) => ({
    async call(input, signal) {
      const answer = await fetch(url, { method: 'POST', headers, body: encode(input.claims), signal })
      if (!answer.ok) throw new StatusError(answer.status)
      return answer.json()
    },
    close() {}
  })

const axios = ({ url }) => {
  const agent = new http.Agent({ keepAlive: true })
  const client = createAxios({ httpAgent: agent, headers })
  return {
    call: async (input, signal) => (await client.post(url, encode(input.claims), { signal })).data,
    close: () => agent.destroy()
  }
}

const kyWith =
  (options) =>
  ({ url }) => {
    const client = kyLib.create({ headers, ...options })
    return {
      call: (input, signal) => client.post(url, { body: encode(input.claims), signal }).json(),
      close() {}
    }
  }

const gotWith =
  (options) =>
  ({ url }) => {
    const agent = new http.Agent({ keepAlive: true })
    const client = gotLib.extend({ agent: { http: agent }, headers, ...options })
    return {
      call: (input, signal) => client.post(url, { body: encode(input.claims), signal }).json(),
      close: () => agent.destroy()
    }
  }

const entry = (name, client, guard = (call) => call) => {
  let opened
  let guarded
  return {
    name,
    setup(context) {
      opened = client(context)
      guarded = guard(opened.call)
    },
    run: (input) => guarded(input),
    async teardown() {
      guarded.close?.()
      await opened.close()
    }
  }
}

export const undici_request = entry('undici.request (raw)', undiciRequest)
export const undici_pool = entry('undici Pool.request', undiciPool)
export const undici_dispatch = entry('undici dispatch handler (floor)', undiciDispatch)
export const node_http = entry('node:http + keep-alive agent', nodeHttp)
export const global_fetch = entry('fetch (Node built-in)', fetchWith(globalThis.fetch))
export const undici_fetch = entry('fetch (undici package)', fetchWith(undici.fetch))
export const axios_bare = entry('axios', axios)
export const ky_bare = entry('ky', kyWith({ retry: 0, timeout: false }))
export const got_bare = entry('got', gotWith({ retry: { limit: 0 } }))

export const undici_plain = entry('undici + hand-written guard', undiciRequest, plain)
export const undici_native = entry(
  "undici + hand-written guard, undici's own time limit",
  undiciOwnTimeLimit,
  plainNative
)
export const dispatch_native = entry(
  'undici dispatch + hand-written guard, own time limit',
  undiciDispatch,
  plainNative
)
export const undici_cockatiel = entry('undici + cockatiel', undiciRequest, withCockatiel)
export const undici_opossum = entry('undici + opossum + retry loop', undiciRequest, withOpossum)
export const fetch_cockatiel = entry('fetch + cockatiel', fetchWith(globalThis.fetch), withCockatiel)
export const fetch_opossum = entry('fetch + opossum + retry loop', fetchWith(globalThis.fetch), withOpossum)
export const axios_cockatiel = entry('axios + cockatiel', axios, withCockatiel)
export const axios_opossum = entry('axios + opossum + retry loop', axios, withOpossum)
export const ky_own = entry(
  'ky + own timeout and retry (no breaker)',
  kyWith({ retry: { limit: 2, methods: ['post'] }, timeout: 5000 })
)
export const got_own = entry(
  'got + own timeout and retry (no breaker)',
  gotWith({ timeout: { request: 5000 }, retry: { limit: 2, methods: ['POST'] } })
)

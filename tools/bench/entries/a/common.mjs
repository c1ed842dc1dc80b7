// What every entry of suite A must do per call: encode the claims as a form,
// send one POST to ctx.url, check the status, parse the JSON answer.
export const encode = (claims) => new URLSearchParams(claims).toString()
export const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
export const POLICY = { timeoutMs: 5000, retries: 2, backoffMs: 50, failures: 5, openMs: 10_000 }

export class StatusError extends Error {
  constructor(status) {
    super(`status ${status}`)
    this.status = status
  }
}

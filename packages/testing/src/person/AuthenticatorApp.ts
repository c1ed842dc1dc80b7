/** The authenticator app of a person: it scans the QR codes of pages, and shows codes. */
import type { PageModel } from '@trustframe/core'
import { authenticatorCode } from '@trustframe/storage'
import * as Clock from 'effect/Clock'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { fieldsOf } from './pageParts.ts'

/** Holds secret keys, and shows the code of the one that was added last. */
export class AuthenticatorApp extends Context.Service<
  AuthenticatorApp,
  {
    /** Adds the secret of a page's QR code, if it has one. */
    readonly scan: (page: PageModel) => Effect.Effect<void>
    /** Adds a secret key in base32: one that was enrolled before. */
    readonly add: (secretKey: string) => Effect.Effect<void>
    /** What the app shows now; `undefined` when nothing was added. */
    readonly code: Effect.Effect<string | undefined>
  }
>()('trustframe/testing/AuthenticatorApp') {}

/** The secret of an `otpauth://totp/…?secret=…` URI, which is what QR codes of authenticator apps hold. */
const secretOf = (uri: string): string | undefined =>
  uri.toLowerCase().startsWith('otpauth://') && URL.canParse(uri)
    ? (new URL(uri).searchParams.get('secret') ?? undefined)
    : undefined

export const layerAuthenticatorApp: Layer.Layer<AuthenticatorApp> = Layer.sync(AuthenticatorApp, () => {
  let last: string | undefined
  const add = (secretKey: string | undefined) =>
    Effect.sync(() => {
      last = secretKey ?? last
    })
  return {
    scan: (page) => add(fieldsOf(page).flatMap(({ value = '' }) => secretOf(value) ?? [])[0]),
    add,
    code: Effect.map(Clock.currentTimeMillis, (now) => (last === undefined ? undefined : authenticatorCode(last, now)))
  }
})

/** Performs what a journey asks of the ports, and gives back what came of it as plain data. */
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Option from 'effect/Option'
import * as Redacted from 'effect/Redacted'
import type { Answer } from '../journey/Answer.ts'
import type { JourneyContext } from '../journey/JourneyContext.ts'
import type { Request } from '../journey/Request.ts'
import { ConditionalAccess } from '../ports/ConditionalAccess.ts'
import { CustomProviders } from '../ports/CustomProviders.ts'
import { Directory } from '../ports/Directory.ts'
import { IdentityProviders } from '../ports/IdentityProviders.ts'
import { OneTimePasswords } from '../ports/OneTimePasswords.ts'
import { Outbox } from '../ports/Outbox.ts'
import { Telemetry } from '../ports/Telemetry.ts'
import { TokenVerifier } from '../ports/TokenVerifier.ts'
import { TotpDevices } from '../ports/TotpDevices.ts'

/** The journey around a request. */
export interface Asking {
  readonly context: JourneyContext
  readonly policyId: string
  readonly technicalProfile: string
}

/** Performs requests of journeys; a port that the runtime lacks is an answer, too. */
export type Perform = (request: Request, asking: Asking) => Effect.Effect<Answer>

/** What all ports that a journey may ask for are, besides RESTful services. */
export type JourneyPorts =
  | ConditionalAccess
  | Directory
  | IdentityProviders
  | OneTimePasswords
  | Outbox
  | TokenVerifier
  | TotpDevices

const noted = Effect.as({ _tag: 'Noted' } as const)

/** Binds the ports that the context has. */
export const makePerform: Effect.Effect<Perform> = Effect.gen(function* () {
  const services = yield* Effect.context()
  const customProviders = yield* CustomProviders
  const record = yield* Telemetry

  /** Uses a port, if there is one. */
  const using = <Identifier, Service>(
    port: Context.Key<Identifier, Service>,
    name: string,
    use: (service: Service) => Effect.Effect<Answer>
  ): Effect.Effect<Answer> =>
    Option.match(Context.getOption(services, port), {
      onNone: () => Effect.succeed<Answer>({ _tag: 'PortMissing', port: name }),
      onSome: use
    })

  const directory = (use: (service: Directory['Service']) => Effect.Effect<Answer>) =>
    using(Directory, 'Directory', use)
  const codes = (use: (service: OneTimePasswords['Service']) => Effect.Effect<Answer>) =>
    using(OneTimePasswords, 'OneTimePasswords', use)
  const outbox = (use: (service: Outbox['Service']) => Effect.Effect<Answer>) => using(Outbox, 'Outbox', use)
  const totp = (use: (service: TotpDevices['Service']) => Effect.Effect<Answer>) =>
    using(TotpDevices, 'TotpDevices', use)
  const providers = (use: (service: IdentityProviders['Service']) => Effect.Effect<Answer>) =>
    using(IdentityProviders, 'IdentityProviders', use)

  const sendCode = (
    { channel, language, owner, rules, texts, to }: Extract<Request, { _tag: 'SendCode' }>,
    { context, policyId, technicalProfile }: Asking
  ) =>
    codes((passwords) =>
      outbox((box) =>
        Effect.flatMap(passwords.generate(owner, rules), (made): Effect.Effect<Answer> =>
          made._tag === 'TooManyCodes'
            ? Effect.succeed(made)
            : box.send({
                channel,
                to,
                code: made.code,
                language,
                policyId,
                technicalProfile,
                correlationId: context.correlationId,
                texts
              })
        )
      )
    )

  return (request, asking) => {
    const { context, policyId, technicalProfile } = asking
    switch (request._tag) {
      case 'ReadAccount':
        return directory((it) => it.perform({ ...request, _tag: 'Read' }))
      case 'WriteAccount': {
        const password = request.password === undefined ? undefined : Redacted.make(request.password)
        return directory((it) => it.perform({ ...request, _tag: 'Write', password }))
      }
      case 'ClearAttributes':
        return directory((it) => it.perform({ ...request, _tag: 'DeleteClaims' }))
      case 'DeleteAccount':
        return directory((it) => it.perform({ ...request, _tag: 'DeleteClaimsPrincipal' }))
      case 'CheckPassword': {
        const { password, username } = request
        return directory((it) => it.authenticate({ username, password: Redacted.make(password) }))
      }
      case 'MakeCode':
        return codes((it) =>
          Effect.map(it.generate(request.owner, request.rules), (made): Answer =>
            made._tag === 'CodeMade' ? { ...made, code: Redacted.value(made.code) } : made
          )
        )
      case 'SendCode':
        return sendCode(request, asking)
      case 'CallPhone':
        return outbox((it) =>
          it.send({
            channel: 'voice',
            to: request.to,
            code: Redacted.make(''),
            language: request.language,
            policyId,
            technicalProfile,
            correlationId: context.correlationId,
            texts: {}
          })
        )
      case 'VerifyCode':
        return codes((it) => it.verify(request.owner, Redacted.make(request.code)))
      case 'CountDevices':
        return totp((it) => Effect.map(it.count(request.user), (count) => ({ _tag: 'DevicesCounted', count })))
      case 'BeginTotp': {
        const secretKey = request.secretKey === undefined ? undefined : Redacted.make(request.secretKey)
        return totp((it) => it.begin({ ...request, secretKey }))
      }
      case 'VerifyTotp':
        return totp((it) => it.verify(request.transaction, Redacted.make(request.code)))
      case 'EvaluateAccess':
        return using(ConditionalAccess, 'ConditionalAccess', (it) =>
          Effect.map(it.evaluate(request.evaluation), (challenges) => ({ _tag: 'AccessEvaluated', challenges }))
        )
      case 'RemediateAccess':
        return using(ConditionalAccess, 'ConditionalAccess', (it) =>
          noted(it.remediate(request.userId, request.satisfied))
        )
      case 'RecordTelemetry':
        return noted(record(request.event))
      case 'PrepareAuthorization':
        return providers((it) => it.begin(request))
      case 'RedeemAuthorization':
        return providers((it) => it.redeem(request))
      case 'VerifyToken':
        return using(TokenVerifier, 'TokenVerifier', (it) => it.verify(request.rules, Redacted.make(request.token)))
      case 'CallCustom': {
        const { input, plan } = request
        const provider = Object.entries(customProviders).find(
          ([name]) => name.toLowerCase() === plan.handler.toLowerCase()
        )?.[1]
        return provider === undefined
          ? Effect.succeed({ _tag: 'PortMissing', port: `CustomProviders["${plan.handler}"]` })
          : provider({ plan, input, correlationId: context.correlationId, language: context.language })
      }
    }
  }
})

/** The end of a journey for people: the claims, or what failed, where, what the user reads and what to do. */
import { adviseOn, type JourneyEnd, type JourneyError, showBag, showToken } from '@trustframe/core'
import { stringifyJson } from '@trustframe/claims'
import { formatOrigin, type JourneyPlan } from '@trustframe/plan'
import type { Style } from './style.ts'

const times = (count: number) => (count === 1 ? '1 try' : `${count} tries`)

const row = (style: Style, label: string, text: string) => {
  const [first = '', ...more] = text.split(/\r?\n/).filter((line) => line !== '')
  return [`    ${style.dim(label.padEnd(21))} ${first}`, ...more.map((line) => `${' '.repeat(26)}${line}`)]
}

const formatError = (error: JourneyError, style: Style): ReadonlyArray<string> => {
  const { attempts, code, description, origin, relyingParty, step, tag, technicalProfile, userMessage } = error
  const where =
    technicalProfile === undefined ? `step ${step}` : `step ${step}, technical profile "${technicalProfile}"`
  const source = userMessage?.origin === undefined ? '' : `, ${formatOrigin(userMessage.origin)}`
  return [
    `  ${style.red('✖')} ${style.bold(tag)} in ${where} (${code}, ${times(attempts)})`,
    ...row(style, 'what happened', description),
    ...row(style, 'where', formatOrigin(origin)),
    ...(userMessage === undefined
      ? []
      : [
          ...row(style, 'the user reads', userMessage.text),
          ...row(style, '', style.dim(`from ${userMessage.key} (${userMessage.source}${source})`))
        ]),
    ...row(style, 'the application gets', `${relyingParty.error}: ${relyingParty.error_description}`),
    ...row(style, 'what to do', adviseOn(tag))
  ]
}

/** The last lines of a run. Where tokens were issued, they show what the relying party gets. */
export const formatEnd = (
  plan: JourneyPlan,
  end: JourneyEnd,
  elapsedMillis: number,
  style: Style,
  issued: boolean
): ReadonlyArray<string> => {
  if (end._tag === 'Failed') return formatError(end.error, style)
  const claims = Object.entries(showBag(plan, end.state.bag))
  const width = Math.max(0, ...claims.map(([id]) => id.length))
  const issuer = end.issuer === undefined ? '' : ` for ${end.issuer.technicalProfile}`
  return [
    `  ${style.green('✔')} ${style.bold('completed')} ${style.dim(`in ${elapsedMillis} ms`)}`,
    ...claims.map(([id, value]) => `    ${id.padEnd(width)} ${style.dim('=')} ${stringifyJson(value)}`),
    ...(end.token === undefined || issued
      ? []
      : [`    ${style.dim(`token${issuer}:`)} ${stringifyJson(showToken(plan, end.token))}`])
  ]
}

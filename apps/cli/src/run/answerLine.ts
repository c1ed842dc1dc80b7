/** What a person does at a page, in a line; passwords and codes are masked. */
import { masked, type FieldModel, type JourneySuspension } from '@trustframe/core'
import { type FieldInput, fieldsOf, type PageAnswer } from '@trustframe/testing'

const inputText = (input: FieldInput): string => (typeof input === 'object' ? `[${input.join(', ')}]` : String(input))

const inbox = '@inbox'

const isSecret = ({ controlClaimType, secret }: FieldModel): boolean =>
  secret || controlClaimType?.toLowerCase() === 'verificationcode'

/** One line, without indentation. */
export const answerLine = ({ interaction }: JourneySuspension, answer: PageAnswer): string => {
  const fields = interaction._tag === 'Page' ? fieldsOf(interaction.page) : []
  const filled = (fill: NonNullable<PageAnswer['fill']>): string =>
    Object.entries(fill)
      .map(([name, input]) => {
        const wanted = name.toLowerCase()
        const field = fields.find(({ id, label }) => id.toLowerCase() === wanted || label.toLowerCase() === wanted)
        const hidden = input !== inbox && (field === undefined || isSecret(field))
        return `${name}=${hidden ? masked : inputText(input)}`
      })
      .join(', ')
  const { cancel, choose, code, enterCode, fill, forgotPassword, identity, keepMeSignedIn } = answer
  const { method, phone, press, returns, sendCode, verify } = answer
  const proves = sendCode === true ? 'asks for a code to' : 'proves'
  const given = code === undefined || code === inbox ? '' : ` with code ${masked}`
  const parts = [
    ...(verify === undefined
      ? []
      : [
          `${proves} ${Object.entries(verify)
            .map(([name, address]) => `${name}=${address}`)
            .join(', ')}${given}`
        ]),
    ...(enterCode === undefined ? [] : [`enters the code ${enterCode === inbox ? inbox : masked}`]),
    ...(press ?? []).map(
      (button) => `presses ${button.action}${button.fill === undefined ? '' : ` with ${filled(button.fill)}`}`
    ),
    ...(choose === undefined ? [] : [`chooses ${choose}`]),
    ...(forgotPassword === true ? ['has forgotten the password'] : []),
    ...(cancel === true ? ['cancels'] : []),
    ...(phone === undefined ? [] : [`${method === 'call' ? 'is called at' : proves} phone ${phone}${given}`]),
    ...(identity === undefined ? [] : ['signs in at the identity provider']),
    ...(returns === undefined ? [] : [`comes back with ${Object.keys(returns).join(', ')}`]),
    ...(fill === undefined || Object.keys(fill).length === 0 ? [] : [`fills in ${filled(fill)}`]),
    ...(keepMeSignedIn === true ? ['stays signed in'] : [])
  ]
  return parts.length === 0 ? 'continues' : parts.join('; ')
}

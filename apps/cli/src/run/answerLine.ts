/** What a person does at a page, in a line; secrets are masked. */
import { masked, type JourneySuspension } from '@trustframe/core'
import { type FieldInput, fieldsOf, type PageAnswer } from '@trustframe/testing'

const inputText = (input: FieldInput): string => (typeof input === 'object' ? `[${input.join(', ')}]` : String(input))

/** One line, without indentation. */
export const answerLine = ({ interaction }: JourneySuspension, answer: PageAnswer): string => {
  const fields = interaction._tag === 'Page' ? fieldsOf(interaction.page) : []
  const filled = (fill: NonNullable<PageAnswer['fill']>): string =>
    Object.entries(fill)
      .map(([name, input]) => {
        const wanted = name.toLowerCase()
        const field = fields.find(({ id, label }) => id.toLowerCase() === wanted || label.toLowerCase() === wanted)
        return `${name}=${field === undefined || field.secret ? masked : inputText(input)}`
      })
      .join(', ')
  const { cancel, choose, code, fill, forgotPassword, identity, phone, press, returns, verify } = answer
  const parts = [
    ...(verify === undefined
      ? []
      : [
          `verifies ${Object.entries(verify)
            .map(([name, address]) => `${name}=${address}`)
            .join(', ')}`
        ]),
    ...(press ?? []).map(
      (button) => `presses ${button.action}${button.fill === undefined ? '' : ` with ${filled(button.fill)}`}`
    ),
    ...(choose === undefined ? [] : [`chooses ${choose}`]),
    ...(forgotPassword === true ? ['has forgotten the password'] : []),
    ...(cancel === true ? ['cancels'] : []),
    ...(phone === undefined ? [] : [`proves phone ${phone}`]),
    ...(identity === undefined ? [] : ['signs in at the identity provider']),
    ...(returns === undefined ? [] : [`comes back with ${Object.keys(returns).join(', ')}`]),
    ...(fill === undefined ? [] : [`fills in ${filled(fill)}`]),
    ...(code === undefined || code === '@inbox' ? [] : [`enters code ${masked}`])
  ]
  return parts.length === 0 ? 'continues' : parts.join('; ')
}

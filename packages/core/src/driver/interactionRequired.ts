/** The end of a journey that needs a person where none can answer. */
import { aadb2cMessage } from '@trustframe/plan/plan'
import { errorDescription } from '../journey/relyingPartyError.ts'
import type { JourneyEnd, JourneySuspension } from './Interpreter.ts'

/** Fails at the page or redirect that a journey waits at. */
export const interactionRequiredError = ({ interaction, state }: JourneySuspension): JourneyEnd => {
  const code = 'AADB2C90077'
  const what =
    interaction._tag === 'Page'
      ? `the page "${interaction.page.contentDefinition ?? interaction.page.kind}"`
      : `the identity provider of "${interaction.technicalProfile}"`
  return {
    _tag: 'Failed',
    state,
    error: {
      tag: 'InteractionRequired',
      code,
      description: `the journey needs a person at ${what}, and nobody answers`,
      userMessage: undefined,
      technicalProfile: interaction._tag === 'Redirect' ? interaction.technicalProfile : undefined,
      step: interaction._tag === 'Page' ? interaction.page.step : 0,
      attempts: 0,
      origin: interaction._tag === 'Page' ? interaction.page.origin : interaction.origin,
      relyingParty: {
        error: 'interaction_required',
        error_description: errorDescription(code, aadb2cMessage(code, 'None'), state.context, state.startedAt)
      }
    }
  }
}

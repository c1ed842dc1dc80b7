/** What a journey waits for that nobody answered: the page, or the identity provider. */
import type { Style } from '../output/style.ts'
import type { Unanswered } from './driveJourney.ts'
import { pageLines } from './pageLines.ts'

/** Lines for the end of a run. */
export const unansweredLines = ({ missing, suspension }: Unanswered, style: Style): ReadonlyArray<string> => {
  const { interaction } = suspension
  if (interaction._tag === 'Page') {
    return [`    ${style.dim(`the page that is not answered (${missing}):`)}`, ...pageLines(interaction.page, style)]
  }
  return [
    `    ${style.dim(`the identity provider that is not answered (${missing}):`)}`,
    `        ${interaction.technicalProfile} ${style.dim('(answer with "identity", the claims of who signs in, or with "returns")')}`,
    `        ${interaction.url}`
  ]
}

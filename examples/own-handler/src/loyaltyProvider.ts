/** A handler of one's own: what a customer has in Contoso's loyalty programme. */
import type { CustomProvider } from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'

/** The type that policies name in `Protocol/@Handler`, without its assembly. */
export const handler = 'Contoso.Identity.LoyaltyProvider'

/** Takes `card`; gives `points` and `tier`, which is gold from as many points as the metadata `GoldFrom` says. */
export const loyaltyProvider =
  (cards: ReadonlyMap<string, number>): CustomProvider =>
  ({ input, plan }) =>
    Effect.sync(() => {
      const card = typeof input['card'] === 'string' ? input['card'] : ''
      const points = cards.get(card)
      if (points === undefined) {
        const text = 'There is no card with the number {0}.'
        return { _tag: 'Refused', messageId: 'UserMessageIfCardUnknown', text, values: [card] }
      }
      const goldFrom = Number(plan.metadata.get('GoldFrom')?.value ?? 1000)
      return { _tag: 'Claims', claims: { points, tier: points < goldFrom ? 'silver' : 'gold' } }
    })

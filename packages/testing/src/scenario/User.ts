/** What a user does with the pages of a journey. */
import type { Entered, Interaction, PageDemand, RedirectDemand } from '@trustframe/core'

/** What a journey waits for: a page that is shown, or an identity provider that the browser was sent to. */
export type Waiting = PageDemand | RedirectDemand

/**
 * A user: what he does with each page in turn, as a list or as a function of the page. Where there is nothing, the page is
 * left open, and the run ends there.
 */
export type User = ReadonlyArray<Interaction> | ((waiting: Waiting, visit: number) => Interaction | undefined)

/** What the user does with what the journey waits for; the first visit is 0. */
export const reactionOf = (user: User, waiting: Waiting, visit: number): Interaction | undefined =>
  typeof user === 'function' ? user(waiting, visit) : user[visit]

/**
 * Interactions in words.
 *
 * @example
 * scenario.run({ user: [user.submits({ email: 'ada@example.com' }), user.cancels()] })
 */
export const user = {
  /** Fills in the fields, by claim type id, and continues. */
  submits: (values: Entered = {}): Interaction => ({ _tag: 'Submitted', values }),
  cancels: (): Interaction => ({ _tag: 'Cancelled' }),
  /** Presses the button of a claims exchange. */
  chooses: (exchange: string): Interaction => ({ _tag: 'Selected', exchange }),
  /** Follows the link for a forgotten password. */
  forgetsPassword: (): Interaction => ({ _tag: 'PasswordForgotten' }),
  /** Presses a button of a display control, with what is in its fields. */
  presses: (control: string, action: string, values: Entered = {}): Interaction => ({
    _tag: 'ControlUsed',
    control,
    action,
    values
  }),
  /** Comes back from an identity provider with these parameters. */
  returns: (parameters: Readonly<Record<string, string>>): Interaction => ({ _tag: 'Returned', parameters })
} as const

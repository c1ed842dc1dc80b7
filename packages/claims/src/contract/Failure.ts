/** How a claims transformation fails when it runs. */

/** An error of the contract: the id of a message for the user, and what the message speaks of. */
export class Raised<Id extends string = string> {
  readonly _tag = 'Raised'
  readonly messageId: Id
  readonly messageArguments: ReadonlyArray<string>
  readonly reason: string

  constructor(messageId: Id, reason: string, messageArguments: ReadonlyArray<string>) {
    this.messageId = messageId
    this.reason = reason
    this.messageArguments = messageArguments
  }
}

/** A failure without a message of its own: to the user, a general server error. */
export class Failed {
  readonly _tag = 'Failed'
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

/** Ends a transformation with an error of its contract. The reason is for developers and holds no claim values. */
export const raise = <const Id extends string>(
  messageId: Id,
  reason: string,
  ...messageArguments: ReadonlyArray<string>
): Raised<Id> => new Raised(messageId, reason, messageArguments)

/** Ends a transformation without a message for the user. The reason is for developers and holds no claim values. */
export const fail = (reason: string): Failed => new Failed(reason)

/** A claims transformation that did not succeed; values of claims and keys are left out. */
export class TransformationFailure {
  readonly _tag = 'TransformationFailure'
  readonly transformationId: string
  readonly method: string
  /** The id under which the user's message is found (LocalizedString, metadata); without one, a general server error. */
  readonly messageId: string | undefined
  /** The service's own text, where it is known. */
  readonly defaultText: string | undefined
  readonly messageArguments: ReadonlyArray<string>
  /** What happened, for developers. */
  readonly reason: string

  constructor(
    where: { readonly transformationId: string; readonly method: string },
    reason: string,
    message?: {
      readonly id: string
      readonly defaultText: string | undefined
      readonly arguments: ReadonlyArray<string>
    }
  ) {
    this.transformationId = where.transformationId
    this.method = where.method
    this.reason = reason
    this.messageId = message?.id
    this.defaultText = message?.defaultText
    this.messageArguments = message?.arguments ?? []
  }

  /** In words, for developers. */
  get message(): string {
    return `The claims transformation "${this.transformationId}" (${this.method}) failed: ${this.reason}`
  }
}

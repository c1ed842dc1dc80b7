/** What a journey knows of the request that started it. */

/** Plain data; it does not change while the journey runs. */
export interface JourneyContext {
  /** In every error that leaves the journey. */
  readonly correlationId: string
  /** A language tag, such as `en-US`. */
  readonly language: string
  /** The parameters of the authorization request, by name. */
  readonly parameters: Readonly<Record<string, string>>
  readonly hostName: string
  readonly ipAddress: string
}

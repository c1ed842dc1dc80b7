/** The hosts that a request is for. */
import type { ProfileCall } from './CallingProfile.ts'

/** `api.contoso.com:8443` of `https://api.contoso.com:8443`. */
export const hostOf = (origin: string): string => origin.slice(origin.indexOf('//') + 2)

/** Hosts that a call is meant for, although the runtime may send its request elsewhere: the one of its `ServiceUrl`. */
export const hostsOf = (call: ProfileCall | undefined): ReadonlyArray<string> => {
  const template = call?.plan.serviceUrl.template ?? ''
  return URL.canParse(template) ? [new URL(template).host] : []
}

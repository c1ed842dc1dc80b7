/** Percent and form encoding of claim values. */

/** `!'()*` are reserved by RFC 3986, section 2.2, and left alone by `encodeURIComponent`. */
const reserved = /[!'()*]/g

const escape = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/**
 * A value for one path segment or one query value: everything but RFC 3986's unreserved characters is percent-encoded as
 * UTF-8, so that `a/b c` becomes `a%2Fb%20c`. A lone surrogate becomes U+FFFD.
 */
export const encodeUrlValue = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(reserved, escape)

const formSpecial = /%20|[!'()~]/g

/** A name or a value of `application/x-www-form-urlencoded` (WHATWG URL, section 5.2): a space becomes `+`. */
export const encodeFormValue = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(formSpecial, (found) => (found === '%20' ? '+' : escape(found)))

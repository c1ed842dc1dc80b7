/** Makes codes of random bytes. */

/** Bytes at or above this would make the first characters likelier than the last. */
const fairBelow = (count: number): number => 256 - (256 % count)

/**
 * A code of so many of these characters, each as likely as any other; `undefined` when the bytes did not suffice. There are at
 * most 256 characters; more are left aside.
 */
export const codeOf = (characters: ReadonlyArray<string>, length: number, bytes: Uint8Array): string | undefined => {
  const usable = characters.slice(0, 256)
  const fair = bytes.filter((byte) => byte < fairBelow(usable.length)).slice(0, length)
  return fair.length < length ? undefined : Array.from(fair, (byte) => usable[byte % usable.length]).join('')
}

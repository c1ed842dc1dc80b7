/** Compares secret texts. */

/** Whether two texts are the same; how long it takes does not tell where they differ. */
export const sameText = (left: string, right: string): boolean => {
  let difference = left.length ^ right.length
  for (let at = 0; at < left.length; at++) difference |= left.charCodeAt(at) ^ right.charCodeAt(at % right.length)
  return difference === 0
}

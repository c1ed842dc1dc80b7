/** Colours for people at a terminal; plain text for everybody else. */

/** Paints text, or leaves it as it is. */
export interface Style {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly green: (text: string) => string
  readonly yellow: (text: string) => string
  readonly cyan: (text: string) => string
}

const same = (text: string) => text

/** No colours. */
export const plain: Style = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same }

const paint = (open: number, close: number) => (text: string) => `\u001B[${open}m${text}\u001B[${close}m`

/** ANSI colours. */
export const colored: Style = {
  bold: paint(1, 22),
  dim: paint(2, 22),
  red: paint(31, 39),
  green: paint(32, 39),
  yellow: paint(33, 39),
  cyan: paint(36, 39)
}

/** Colours when the stream is a terminal and nobody set `NO_COLOR` (no-color.org); `FORCE_COLOR` asks for them anyway. */
export const styleFor = (
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>
): Style => {
  if ((environment['NO_COLOR'] ?? '') !== '') return plain
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined && forced !== '' && forced !== '0') return colored
  return stream.isTTY === true && environment['TERM'] !== 'dumb' ? colored : plain
}

/** Which characters XML allows where (XML 1.0, fifth edition, productions 2 to 5). */

/** A tab, a line end or a space. */
export const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

const asciiNameStart = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58

/** The first character of a name, in the basic plane. */
export const isNameStart = (code: number): boolean =>
  code < 128
    ? asciiNameStart(code)
    : (code >= 0xc0 && code <= 0x2ff && code !== 0xd7 && code !== 0xf7) ||
      (code >= 0x370 && code <= 0x1fff && code !== 0x37e) ||
      code === 0x200c ||
      code === 0x200d ||
      (code >= 0x2070 && code <= 0x218f) ||
      (code >= 0x2c00 && code <= 0x2fef) ||
      (code >= 0x3001 && code <= 0xd7ff) ||
      (code >= 0xf900 && code <= 0xfdcf) ||
      (code >= 0xfdf0 && code <= 0xfffd)

/** A further character of a name, in the basic plane. */
export const isNamePart = (code: number): boolean =>
  code < 128
    ? asciiNameStart(code) || (code >= 48 && code <= 57) || code === 45 || code === 46
    : isNameStart(code) || code === 0xb7 || (code >= 0x300 && code <= 0x36f) || code === 0x203f || code === 0x2040

/** A code point that a document may hold, also by a numeric reference. */
export const isXmlCharacter = (code: number): boolean =>
  code >= 0x20
    ? code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
    : code === 9 || code === 10 || code === 13

/** Changes texts without regard to what they mean. */
import { oneOf, type Random } from './random.ts'

const pieces: ReadonlyArray<string> = [
  ['<', '>', '</', '/>', '&', '&amp;', '&#0;', '&#x110000;', '&lol;', '"', "'", '=', '<!--', '-->', '--', '<![CDATA['],
  [
    ']]>',
    '<?xml version="1.0"?>',
    '<?',
    '?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '\u0000',
    '\ud800',
    '\ufffe',
    '\ufeff'
  ],
  ['{Settings:Tenant}', '{Settings:', '{A}', 'xmlns=""', 'xmlns:p="urn:p"', 'p:', ':', '<constructor/>', '__proto__'],
  [
    'Id="x"',
    ' ',
    '\r\n',
    '\t',
    'é',
    '\u{1F600}',
    '0',
    '-1',
    '<a>',
    '</a>',
    '<TechnicalProfile Id="P">',
    '</TrustFrameworkPolicy>'
  ]
].flat()

/** A text with one to four things changed. */
export const mutateText = (original: string, random: Random): string => {
  let text = original
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(text.length + 1)
    const end = Math.min(text.length, at + 1 + random(random(8) === 0 ? 2000 : 20))
    switch (random(6)) {
      case 0:
        text = text.slice(0, at) + text.slice(end)
        break
      case 1:
        text = text.slice(0, at) + oneOf(pieces, random) + text.slice(at)
        break
      case 2:
        text = text.slice(0, at) + oneOf(pieces, random) + text.slice(end)
        break
      case 3:
        text = text.slice(0, end) + text.slice(at)
        break
      case 4: {
        const other = random(text.length + 1)
        text = text.slice(0, at) + text.slice(other, other + random(200)) + text.slice(at)
        break
      }
      default:
        text =
          random(10) === 0 ? text.slice(0, at) : text.slice(0, at) + String.fromCharCode(random(65536)) + text.slice(at)
    }
  }
  return text
}

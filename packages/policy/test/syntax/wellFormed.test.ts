import { describe, expect, it } from 'vitest'
import { parseXml, sourceText } from '../../src/syntax/index.ts'
import { marked } from '../support/marked.ts'

const parse = (text: string) => parseXml(sourceText('a.xml', text))

describe('well-formed XML is read without a diagnostic', () => {
  it.each([
    ['an empty element', '<a/>'],
    ['white space in tags', '<a  b = "1"\n\tc=\'2\' ></a\n>'],
    ['the other quote in a value', `<a b="'" c='"'/>`],
    ['">" in text and values', '<a b=">">></a>'],
    ['an XML declaration', '<?xml version="1.0" encoding="utf-8" standalone="yes"?><a/>'],
    ['version 1.1', "<?xml version='1.1'?><a/>"],
    ['comments and instructions around the root', '<!-- b --><?c d?><a/><!-- e --><?f?>\n'],
    ['comments in text', '<a>b<!-- < & -->c</a>'],
    ['quotes and brackets in instructions', `<?b it's <c?><a><?d " constructor="1" ?><e/></a>`],
    ['an empty comment', '<a><!----></a>'],
    ['CDATA', '<a><![CDATA[<b>&]]&gt;]]></a>'],
    ['all predefined entities', '<a b="&lt;&gt;&amp;&quot;&apos;"/>'],
    ['numeric references', '<a>&#65;&#x1F600;&#x41;</a>'],
    ['names that are not ASCII', '<Größe élan="ü"/>'],
    ['a name beyond the basic plane', '<\u{1F600} \u{20000}=""/>'],
    ['a letter beyond the basic plane', '<a>\u{1F600}</a>'],
    ['declared prefixes', '<p:a xmlns:p="urn:p" p:b=""><p:c/></p:a>'],
    ['CRLF', '<a>\r\n<b/>\r\n</a>\r\n'],
    ['a byte order mark', '\ufeff<a/>']
  ])('%s', (_, text) => {
    const { diagnostics, wellFormed, root } = parse(text)
    expect(diagnostics).toEqual([])
    expect(wellFormed).toBe(true)
    expect(root).toBeDefined()
  })
})

describe('XML that is not well-formed is diagnosed at the spot', () => {
  it.each([
    ['nothing', '', 'TF1001', '', 'there is no element: the file is empty or holds no XML'],
    ['text alone', 'hello', 'TF1001', 'h', 'text is not allowed before the root element'],
    ['an element that is not closed', '<a><b></a>', 'TF1001', '</a>', 'expected "</b>" but found "</a>"'],
    ['the file ends too early', '<a><b>', 'TF1001', 'b', 'the element "b" is not closed'],
    ['a tag that is not closed', '<a b="1"', 'TF1001', '<a', 'the tag "<a" is not closed'],
    ['a tag in a tag', '<a <b/>', 'TF1001', '<', '"<" is not allowed in the tag "<a"'],
    ['an end tag too many', '<a/></a>', 'TF1001', '</a>', 'the end tag "</a>" closes nothing'],
    ['a second root', '<a/><b/>', 'TF1001', 'b', 'a second root element, "b"'],
    ['text behind the root', '<a/>b', 'TF1001', 'b', 'text is not allowed behind the root element'],
    ['a reference behind the root', '<a/>&amp;', 'TF1001', ';', 'text is not allowed behind the root element'],
    ['an attribute given twice', '<a b="" b=""/>', 'TF1001', 'b', 'the attribute "b" is given twice'],
    ['an attribute without value', '<a b/>', 'TF1001', 'b', 'the attribute "b" has no value'],
    ['an attribute without quotes', '<a b=1/>', 'TF1001', 'b', 'the value of the attribute "b" has no quotes'],
    ['a value that is not closed', '<a b="1/>', 'TF1001', '"', 'the value of the attribute "b" has no closing quote'],
    ['"<" in a value', '<a b="<"/>', 'TF1001', '<', '"<" is not allowed in the value of the attribute "b"'],
    ['no space between attributes', '<a b=""c=""/>', 'TF1001', 'c', 'there must be a space before the attribute "c"'],
    ['"<" in text', '<a>1 < 2</a>', 'TF1001', '<', '"<" must begin a tag'],
    ['"&" in text', '<a>b & c</a>', 'TF1001', '&', '"&" must begin a reference such as "&amp;"'],
    ['"&" in a URL', '<a b="?c=1&d=2"/>', 'TF1001', '&', '"&" must begin a reference such as "&amp;"'],
    ['"]]>" in text', '<a>]]></a>', 'TF1001', ']]>', '"]]>" is not allowed in text'],
    ['an entity of HTML', '<a>&nbsp;</a>', 'TF1003', '&nbsp;', 'the entity "&nbsp;" is not defined'],
    [
      'a reference to no character',
      '<a>&#0;</a>',
      'TF1001',
      '&#0;',
      '"&#0;" does not stand for a character that XML allows'
    ],
    [
      'a surrogate by reference',
      '<a>&#xD800;</a>',
      'TF1001',
      '&#xD800;',
      '"&#xD800;" does not stand for a character that XML allows'
    ],
    ['a control character', '<a>\u0001</a>', 'TF1001', '\u0001', 'the character U+0001 is not allowed in XML'],
    ['half a pair in a name', '<a\ud800/>', 'TF1001', '\ud800', '"\ud800" is not allowed in the tag "<a"'],
    ['half a pair', '<a>\ud800</a>', 'TF1001', '\ud800', 'the character U+D800 is not allowed in XML'],
    ['a comment that is not closed', '<a><!-- b</a>', 'TF1001', '<!--', 'the comment is not closed'],
    ['"--" in a comment', '<a><!-- b -- c --></a>', 'TF1001', '--', '"--" is not allowed in a comment'],
    ['CDATA that is not closed', '<a><![CDATA[</a>', 'TF1001', '<![CDATA[', 'the CDATA section is not closed'],
    ['CDATA outside', '<a/><![CDATA[]]>', 'TF1001', '<![CDATA[', 'a CDATA section is allowed only in an element'],
    [
      'a declaration in the middle',
      ' <?xml version="1.0"?><a/>',
      'TF1001',
      '<?xml',
      'the XML declaration must be the very first thing in the file'
    ],
    [
      'a broken declaration',
      '<?xml version=1.0?><a/>',
      'TF1001',
      '<?xml version=1.0?>',
      'the XML declaration is not right'
    ],
    [
      'an instruction that is not closed',
      '<a><?b</a>',
      'TF1001',
      '<?b',
      'the processing instruction "<?b" is not closed'
    ],
    [
      'a document type',
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      'TF1002',
      '<!DOCTYPE',
      'a document type is not allowed in a policy'
    ],
    ['other declarations', '<a><!ELEMENT b></a>', 'TF1001', '<!', '"<!" must begin a comment or a CDATA section'],
    ['a name that begins with a digit', '<1/>', 'TF1001', '<', '"<" must begin a tag'],
    [
      'a name with two colons',
      '<a b:c:d=""/>',
      'TF1001',
      'b:c:d',
      '"b:c:d" is no name: a ":" stands between two names, once'
    ],
    [
      'a prefix of nothing',
      '<a xmlns:=""/>',
      'TF1001',
      'xmlns:',
      '"xmlns:" is no name: a ":" stands between two names, once'
    ],
    ['an empty end tag', '<a></>', 'TF1001', '</', 'an end tag is written "</Name>"']
  ])('%s', (_, text, code, mark, message) => {
    const { diagnostics, wellFormed } = parse(text)
    expect(diagnostics.map(marked)).toEqual([[code, mark]])
    expect(diagnostics.map((found) => found.message)).toEqual([message])
    expect(wellFormed).toBe(false)
  })

  it.each(['constructor', 'prototype', '__proto__'])('an element "%s", which JavaScript would trip over', (name) => {
    expect(parse(`<a><${name}/></a>`).diagnostics.map(marked)).toEqual([['TF1001', name]])
  })

  it.each(['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'])(
    'but an element "%s" is one like others',
    (name) => {
      expect(parse(`<a><${name}/></a>`).root?.children.map((child) => child.name)).toEqual([name])
    }
  )

  it('keeps what stands before the fault', () => {
    const { root } = parse('<a b="1"><c/><d><e>text</e><f g=></d></a>')
    expect(root?.name).toBe('a')
    expect(root?.attributes.map(({ value }) => value)).toEqual(['1'])
    expect(root?.children.map(({ name }) => name)).toEqual(['c', 'd'])
    expect(root?.children[1]?.children.map(({ text }) => text)).toEqual(['text'])
  })
})

describe('the text of an element', () => {
  it.each([
    ['<a> b </a>', ' b '],
    ['<a/>', ''],
    ['<a></a>', ''],
    ['<a>b<!-- c -->d</a>', 'bd'],
    ['<a>b<?c d?>e</a>', 'be'],
    ['<a>&lt;<![CDATA[&lt;<b/>]]>&#65;</a>', '<&lt;<b/>A'],
    ['<a>b<c>d</c>e</a>', 'be'],
    ['<a>b\r\nc\rd</a>', 'b\nc\nd'],
    ['<a>&#13;&#10;</a>', '\r\n'],
    ['<a>&amp;lt;</a>', '&lt;'],
    ['<a><![CDATA[]]]]><![CDATA[>]]></a>', ']]>'],
    ['<a>1 > 0</a>', '1 > 0']
  ])('%s', (text, expected) => {
    expect(parse(text).root?.text).toBe(expected)
  })
})

describe('the value of an attribute', () => {
  it.each([
    ['<a b="c"/>', 'c'],
    ['<a b=" c "/>', ' c '],
    ['<a b="c\r\nd\te\nf"/>', 'c d e f'],
    ['<a b="&#10;&#9;"/>', '\n\t'],
    ['<a b="&lt;&quot;&amp;amp;"/>', '<"&amp;'],
    [`<a b='"'/>`, '"'],
    ['<a b="a=b c=\'d\' />"/>', "a=b c='d' />"]
  ])('%s', (text, expected) => {
    expect(parse(text).root?.attributes.map(({ value }) => value)).toEqual([expected])
  })
})

describe('namespaces', () => {
  it.each([
    ['<a/>', ''],
    ['<a xmlns="urn:x"/>', 'urn:x'],
    ['<p:a xmlns:p="urn:x"/>', 'urn:x'],
    ['<xml:a/>', 'http://www.w3.org/XML/1998/namespace']
  ])('%s is in "%s"', (text, namespace) => {
    const { root } = parse(text)
    expect([root?.name, root?.namespace]).toEqual(['a', namespace])
  })

  it('are inherited, redeclared and undone', () => {
    const { root } = parse('<a xmlns="urn:x" xmlns:p="urn:p"><b/><p:c><d/></p:c><e xmlns=""><f/></e><g/></a>')
    const names: Array<readonly [string, string]> = []
    const visit = (element: typeof root): void => {
      if (element === undefined) return
      names.push([element.name, element.namespace])
      element.children.forEach(visit)
    }
    visit(root)
    expect(names).toEqual([
      ['a', 'urn:x'],
      ['b', 'urn:x'],
      ['c', 'urn:p'],
      ['d', 'urn:x'],
      ['e', ''],
      ['f', ''],
      ['g', 'urn:x']
    ])
  })

  it('must be declared', () => {
    expect(parse('<a><p:b q:c=""/></a>').diagnostics.map(marked)).toEqual([
      ['TF1007', 'p:b'],
      ['TF1007', 'q:c']
    ])
  })

  it('are not attributes', () => {
    expect(parse('<a xmlns="urn:x" xmlns:p="urn:p" b=""/>').root?.attributes.map(({ name }) => name)).toEqual(['b'])
  })
})

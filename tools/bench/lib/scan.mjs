/**
 * A hand-written scanner for the XML that policies use. It is no product: it marks what plain JavaScript can reach (no DTD,
 * no namespaces; nesting of tags and syntax of entities are checked).
 */
const named = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const unescape = (s) =>
  s.indexOf('&') < 0
    ? s
    : s.replace(/&(#x[0-9a-fA-F]+|#[0-9]+|[a-zA-Z]+);/g, (_, e) => {
        if (e[0] !== '#') {
          const v = named[e]
          if (v === undefined) throw new Error(`unknown entity ${e}`)
          return v
        }
        return String.fromCodePoint(e[1] === 'x' ? parseInt(e.slice(2), 16) : parseInt(e.slice(1), 10))
      })
// XML 1.0, 3.3.3: a literal tab or line end inside an attribute value is a space.
const attribute = (s) => {
  if (s.indexOf('<') >= 0) throw new Error('< in an attribute value')
  return unescape(s.indexOf('\n') < 0 && s.indexOf('\t') < 0 ? s : s.replace(/[\n\t]/g, ' '))
}
const isSpace = (c) => c === 32 || c === 10 || c === 13 || c === 9

/** An element of the tree. */
export const makeNode = (name, attrs) => ({ name, attrs, children: undefined, text: '' })

/** The root element of a document; throws where it is not well-formed. */
export const scan = (input) => {
  // XML 1.0, 2.11: line ends become \n before anything else is looked at.
  const s = input.indexOf('\r') < 0 ? input : input.replace(/\r\n?/g, '\n')
  const root = makeNode('#document', undefined)
  const stack = [root]
  let top = root
  let i = 0
  const n = s.length
  while (i < n) {
    const lt = s.indexOf('<', i)
    if (lt < 0) {
      if (s.slice(i).trim() !== '') throw new Error('text after the root element')
      break
    }
    if (lt > i) {
      let a = i
      while (a < lt && isSpace(s.charCodeAt(a))) a++
      if (a < lt) {
        let b = lt
        while (isSpace(s.charCodeAt(b - 1))) b--
        top.text += unescape(s.slice(a, b))
      }
    }
    const c = s.charCodeAt(lt + 1)
    if (c === 47) {
      const gt = s.indexOf('>', lt)
      let e = gt
      while (isSpace(s.charCodeAt(e - 1))) e--
      if (s.slice(lt + 2, e) !== top.name) throw new Error(`unexpected </${s.slice(lt + 2, e)}>`)
      stack.pop()
      top = stack[stack.length - 1]
      i = gt + 1
    } else if (c === 33) {
      if (s.startsWith('<!--', lt)) {
        i = s.indexOf('-->', lt + 4) + 3
        if (i === 2) throw new Error('open comment')
      } else if (s.startsWith('<![CDATA[', lt)) {
        const e = s.indexOf(']]>', lt)
        if (e < 0) throw new Error('open CDATA')
        top.text += s.slice(lt + 9, e)
        i = e + 3
      } else throw new Error('DTD is not allowed')
    } else if (c === 63) {
      i = s.indexOf('?>', lt) + 2
      if (i === 1) throw new Error('open instruction')
    } else {
      let p = lt + 1
      let d = s.charCodeAt(p)
      while (d !== 62 && d !== 47 && !isSpace(d)) d = s.charCodeAt(++p)
      const node = makeNode(s.slice(lt + 1, p), undefined)
      ;(top.children ??= []).push(node)
      for (;;) {
        while (isSpace(d)) d = s.charCodeAt(++p)
        if (d === 62) {
          stack.push(node)
          top = node
          i = p + 1
          break
        }
        if (d === 47) {
          if (s.charCodeAt(p + 1) !== 62) throw new Error('bad tag end')
          i = p + 2
          break
        }
        if (!(d > 32)) throw new Error('bad tag')
        const eq = s.indexOf('=', p)
        let e = eq
        while (isSpace(s.charCodeAt(e - 1))) e--
        const key = s.slice(p, e)
        p = eq + 1
        d = s.charCodeAt(p)
        while (isSpace(d)) d = s.charCodeAt(++p)
        if (d !== 34 && d !== 39) throw new Error('attribute value without quotes')
        const q = s.indexOf(d === 34 ? '"' : "'", p + 1)
        if (q < 0) throw new Error('open attribute')
        ;(node.attrs ??= {})[key] = attribute(s.slice(p + 1, q))
        p = q + 1
        d = s.charCodeAt(p)
      }
    }
  }
  if (stack.length !== 1) throw new Error(`open <${top.name}>`)
  return root.children[0]
}

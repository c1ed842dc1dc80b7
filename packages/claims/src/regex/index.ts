/**
 * .NET regular expressions that cannot stall the process.
 *
 * A pattern runs on JavaScript's engine where its cost has a small bound, and else on a matcher that remembers failed choices
 * and counts its steps; both give .NET's answers. See docs/decisions/0020-dotnet-regular-expressions.md.
 */
import { isAnchored } from './ast.ts'
import { Matcher, type RegexMatch, RegexTooCostly } from './match.ts'
import { nativeRegex } from './native.ts'
import { parseRegex, type RegexOptions } from './parse.ts'
import { RegexProblem } from './Scanner.ts'
import { compileProgram } from './program.ts'

export { type RegexMatch, RegexTooCostly } from './match.ts'
export type { RegexOptions } from './parse.ts'
export { RegexProblem } from './Scanner.ts'

/** A compiled .NET regular expression. */
export interface Regex {
  readonly pattern: string
  /** The names of the named groups, in order of appearance. */
  readonly groupNames: ReadonlyArray<string>
  /** Whether the pattern matches anywhere in the text, as `Regex.IsMatch`. */
  readonly test: (text: string) => boolean | RegexTooCostly
  /** The first match, as `Regex.Match`; `undefined` when there is none. */
  readonly match: (text: string) => RegexMatch | undefined | RegexTooCostly
  /** The text with every match replaced by a literal text. */
  readonly replace: (text: string, replacement: string) => string | RegexTooCostly
}

const ascii = /^[\0-\x7f]*$/

/** Replaces every match; an empty match moves the search on by one unit, as in .NET. */
const replaceAll = (matcher: Matcher, text: string, replacement: string): string | RegexTooCostly => {
  let result = ''
  let copied = 0
  for (let from = 0; from <= text.length;) {
    const found = matcher.search(from)
    if (found instanceof RegexTooCostly) return found
    if (found === undefined) break
    result += text.slice(copied, found.start) + replacement
    copied = found.end
    from = found.end === found.start ? found.end + 1 : found.end
  }
  return result + text.slice(copied)
}

/** What was compiled last: policies repeat their patterns, and compiling one costs more than anything else about a claim. */
const compiled = new Map<string, Regex | RegexProblem>()

/** More patterns than any policy has; a hostile one cannot fill the memory. */
const mostCompiled = 200
const longestCompiled = 1000

/**
 * Compiles a .NET regular expression, or says why it is not one, or why it cannot be honoured.
 *
 * @example
 * const regex = compileRegex('(?<alias>[^@]+)@')
 * if (!(regex instanceof RegexProblem)) regex.match('emily@contoso.com') // groups: alias = emily
 */
export const compileRegex = (pattern: string, options: RegexOptions = {}): Regex | RegexProblem => {
  const switchedOn = Object.entries(options).flatMap(([name, on]) => (on === true ? name : []))
  const key = `${switchedOn.join()} ${pattern}`
  const known = compiled.get(key)
  if (known !== undefined) return known
  const made = compileAnew(pattern, options)
  if (compiled.size >= mostCompiled) compiled.clear()
  if (pattern.length <= longestCompiled) compiled.set(key, made)
  return made
}

const compileAnew = (pattern: string, options: RegexOptions): Regex | RegexProblem => {
  const parsed = parseRegex(pattern, options)
  if (parsed instanceof RegexProblem) return parsed
  const { groups, root } = parsed
  const program = compileProgram(root, groups)
  if (program === undefined) return new RegexProblem(pattern, 'its repetitions make it too large', 0, true)
  const anchored = isAnchored(root)
  const native = nativeRegex(root, anchored)
  const matcher = (text: string): Matcher => new Matcher(program, pattern, anchored, text)
  return {
    pattern,
    groupNames: [...groups].filter((group) => !/^\d+$/.test(group)),
    test: (text) => {
      if (native !== undefined && text.length <= native.maxLength && ascii.test(text))
        return native.expression.test(text)
      const found = matcher(text).search(0)
      return found instanceof RegexTooCostly ? found : found !== undefined
    },
    match: (text) => matcher(text).search(0),
    replace: (text, replacement) => replaceAll(matcher(text), text, replacement)
  }
}

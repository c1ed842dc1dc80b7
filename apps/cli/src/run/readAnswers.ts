/** Reads an answers file: YAML, or JSON, which YAML includes. */
import { suggest } from '@trustframe/policy'
import { PageAnswer, Press } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import type * as FileSystem from 'effect/FileSystem'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'
import * as SchemaIssue from 'effect/SchemaIssue'
import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, Scalar, visit } from 'yaml'
import { CannotRun, cannotRun } from '../CliFailure.ts'
import { readText } from '../project/files.ts'

/** An answer, and the line that it begins at. */
export interface WrittenAnswer {
  readonly answer: PageAnswer
  readonly line: number
}

type Path = ReadonlyArray<PropertyKey>

const decode = Schema.decodeUnknownResult(Schema.Array(PageAnswer), { errors: 'all', onExcessProperty: 'error' })

const shape = 'write a list with one entry for each page, such as "- fill: { signInName: ada@contoso.com }"'
const reference = 'docs/reference/answers.md says what an answer may hold'

/**
 * Codes and phone numbers are no numbers: what a number would lose, a zero or a plus sign, makes it a text. The claims of an
 * identity provider are what they are in JSON.
 */
const keepAsWritten = (document: Document): void => {
  visit(document, {
    Pair: (_, { key }, { length }) =>
      length === partsToKey && isScalar(key) && key.value === 'identity' ? visit.SKIP : undefined,
    Scalar: (_, { source, type, value }) =>
      type === Scalar.PLAIN && typeof value === 'number' && source !== undefined && String(value) !== source
        ? new Scalar(source)
        : undefined
  })
}

/** The document, the list and the answer are around the key of an answer. */
const partsToKey = 3

const unknownKey = 'unknown key'

const formatIssues = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: (issue) => (issue._tag === 'UnexpectedKey' ? unknownKey : SchemaIssue.defaultLeafHook(issue))
})

/** The place of what a path leads to; of what is not there, the place of what should hold it. */
const offsetOf = (document: Document, path: Path, atKey: boolean): number => {
  const parent: unknown = document.getIn(path.slice(0, -1), true)
  const name = path.at(-1)
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === name)
    const node = atKey ? pair?.key : pair?.value
    if (isNode(node) && node.range) return node.range[0]
  }
  const node: unknown = document.getIn(path, true)
  if (isNode(node) && node.range) return node.range[0]
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1), false)
}

/** `fill.password`, `press[0].action`. */
const nameOf = (path: Path): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('')

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** What is wrong with an answer, and what would be right. Values are not repeated: they may be passwords. */
const describe = (message: string, [index = 0, ...path]: Path): { readonly text: string; readonly help: string } => {
  const answer = `answer ${Number(index) + 1}`
  if (message === unknownKey) {
    const key = String(path.at(-1))
    const known = Object.keys(path.length === 1 ? PageAnswer.fields : Press.fields)
    const near = suggest(key, known)
    return {
      text: `${answer}${path.length === 1 ? '' : `, ${nameOf(path.slice(0, -1))}`} has no key "${key}"`,
      help: near === undefined ? `it may have ${known.join(', ')}` : `did you mean "${near}"?`
    }
  }
  return path.length === 0
    ? { text: `${answer} has no keys`, help: shape }
    : { text: `${answer}, ${nameOf(path)}: ${lower(message)}`, help: reference }
}

/** The answers of a file, in order; or everything that is wrong with it, line by line. */
export const readAnswers = Effect.fnUntraced(function* (
  file: string
): Effect.fn.Return<ReadonlyArray<WrittenAnswer>, CannotRun, FileSystem.FileSystem> {
  const lines = new LineCounter()
  const text = yield* readText('the answers', file)
  const document: Document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number): string => {
    const { col, line } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const [problem] = document.errors
  if (problem !== undefined) {
    const quoted = /reserved character|start a plain value/i.test(problem.message)
    return yield* cannotRun(
      `${at(problem.pos[0])}: this is no YAML: ${lower(problem.message)}`,
      quoted ? 'put the text in quotes: "@inbox"' : shape
    )
  }
  if (!isCollection(document.contents) || isMap(document.contents)) {
    return yield* cannotRun(`${file} holds no list of answers`, shape)
  }
  keepAsWritten(document)
  const decoded = decode(document.toJS())
  if (Result.isFailure(decoded)) {
    const problems = formatIssues(decoded.failure.issue).issues.map(({ message, path = [] }) => {
      const keys = path.map((part) => (typeof part === 'object' ? part.key : part))
      const { help, text: said } = describe(message, keys)
      return cannotRun(`${at(offsetOf(document, keys, message === unknownKey))}: ${said}`, help).text
    })
    return yield* new CannotRun({ text: problems.join('\n') })
  }
  return decoded.success.map((answer, index) => ({
    answer,
    line: lines.linePos(offsetOf(document, [index], false)).line
  }))
})

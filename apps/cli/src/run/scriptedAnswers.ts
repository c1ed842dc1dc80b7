/** Answers from a file: YAML, or JSON, which YAML includes. */
import { PageAnswer } from '@trustframe/testing'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import type * as FileSystem from 'effect/FileSystem'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'
import { isCollection, type Node, parseDocument } from 'yaml'
import { LineCounter } from 'yaml'
import { cannotRun, type CannotRun } from '../CliFailure.ts'
import { readText } from '../project/files.ts'
import type { Answering } from './Answering.ts'

/** An answer, and the line that it begins at. */
interface WrittenAnswer {
  readonly answer: PageAnswer
  readonly line: number
}

const decodeAnswer = Schema.decodeUnknownResult(PageAnswer, { errors: 'all', onExcessProperty: 'error' })

const shape = 'a list with one entry for each page, such as "- fill: { signInName: ada@contoso.com }"'

const read = Effect.fnUntraced(function* (
  file: string
): Effect.fn.Return<ReadonlyArray<WrittenAnswer>, CannotRun, FileSystem.FileSystem> {
  const lines = new LineCounter()
  const document = parseDocument<Node>(yield* readText('the answers', file), {
    lineCounter: lines,
    prettyErrors: false
  })
  const [problem] = document.errors
  if (problem !== undefined) {
    const { col, line } = lines.linePos(problem.pos[0])
    return yield* cannotRun(`${file}:${line}:${col}: ${problem.message}`, `write ${shape}`)
  }
  const list: unknown = document.toJS()
  if (!Array.isArray(list) || !isCollection(document.contents)) {
    return yield* cannotRun(`${file} holds no list of answers`, `write ${shape}`)
  }
  const answers: Array<WrittenAnswer> = []
  for (const [index, item] of list.entries()) {
    const node = document.getIn([index], true)
    const at =
      typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? node.range[0] : 0
    const line = lines.linePos(typeof at === 'number' ? at : 0).line
    const decoded = decodeAnswer(item)
    if (Result.isFailure(decoded)) {
      return yield* cannotRun(
        `${file}:${line}: answer ${index + 1} is none:\n${decoded.failure.message.replaceAll(/^/gm, '  ')}`,
        'docs/reference/answers.md says what an answer may hold'
      )
    }
    answers.push({ answer: decoded.success, line })
  }
  return answers
})

/** The answers of a file, in order. */
export const scriptedAnswers = Effect.fnUntraced(function* (
  file: string
): Effect.fn.Return<Answering, CannotRun, FileSystem.FileSystem> {
  const answers = yield* read(file)
  let given = 0
  return {
    next: () => Effect.sync(() => answers[given++]?.answer),
    refuse: ({ help, message }) =>
      Effect.fail(cannotRun(`${file}:${answers[given - 1]?.line ?? 1}: answer ${given}: ${message}`, help)),
    close: Effect.suspend(() => {
      const left = answers[given]
      const count = answers.length - given
      return left === undefined
        ? Effect.void
        : Console.error(
            `warning: ${file}:${left.line}: the journey ended before ${count === 1 ? 'the last answer' : `the last ${count} answers`}`
          )
    })
  }
})

/**
 * Runs vectors: cases of claims transformations, predicates, masks and restrictions as data.
 *
 * @example
 * const report = runVectors([{ file: 'mine.json', content: JSON.parse(text) }])
 */
import type { Transformation } from '../contract/defineTransformation.ts'
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../convert/json.ts'
import { isExpected } from './compareOutputs.ts'
import { textAt } from './fields.ts'
import { kinds } from './predicates.ts'
import { resultJson, runTransformation, seededEntropy, type TransformationResult } from './transformations.ts'
import {
  type FailedVector,
  type SkippedVector,
  type VectorFile,
  type VectorReport,
  VectorShapeProblem
} from './VectorReport.ts'

export {
  type FailedVector,
  type SkippedVector,
  type VectorFile,
  type VectorReport,
  VectorShapeProblem
} from './VectorReport.ts'

const anySeed = 20_220_101

/** The vectors of a file, or what is wrong with its shape. */
const readFile = ({ content, file }: VectorFile): ReadonlyArray<JsonObject> | VectorShapeProblem => {
  if (!isJsonArray(content)) return new VectorShapeProblem(file, undefined, 'expected an array of vectors')
  const vectors: Array<JsonObject> = []
  for (const [index, vector] of content.entries()) {
    const problem = (reason: string): VectorShapeProblem => new VectorShapeProblem(file, index + 1, reason)
    if (!isJsonObject(vector)) return problem('expected an object')
    if (textAt(vector, 'name') === undefined) return problem('expected a text "name"')
    if (textAt(vector, 'method') === undefined && textAt(vector, 'kind') === undefined) {
      return problem('expected a "method" (of a claims transformation) or a "kind"')
    }
    if (!isJsonObject(vector['expect'])) return problem('expected an object "expect"')
    vectors.push(vector)
  }
  return vectors
}

/** Runs the vectors of one file; those that are compared with others see the results of the same file. */
const runFile = (
  file: string,
  vectors: ReadonlyArray<JsonObject>,
  own: ReadonlyArray<Transformation>
): VectorReport => {
  let passed = 0
  const failed: Array<FailedVector> = []
  const skipped: Array<SkippedVector> = []
  const entropy = seededEntropy(anySeed)
  const results = new Map<string, TransformationResult>()
  for (const vector of vectors) {
    if (textAt(vector, 'kind') === undefined) {
      results.set(textAt(vector, 'name') ?? '', runTransformation(vector, entropy, own))
    }
  }
  for (const vector of vectors) {
    const name = textAt(vector, 'name') ?? ''
    const kind = textAt(vector, 'kind')
    const method = textAt(vector, 'method') ?? kind ?? ''
    const fail = (actual: Json): void =>
      void failed.push({ file, name, method, expected: vector['expect'] ?? null, actual })
    if (kind === undefined) {
      const result = results.get(name)
      if (result !== undefined && isExpected(vector, result, (other) => results.get(other))) passed++
      else fail(result === undefined ? null : resultJson(result))
      continue
    }
    const outcome = kinds.get(kind)?.(vector) ?? { skipped: `vectors of the kind "${kind}" are not known` }
    if ('skipped' in outcome) skipped.push({ file, name, method, reason: outcome.skipped })
    else if (outcome.passed) passed++
    else fail(outcome.actual)
  }
  return { passed, failed, skipped }
}

/**
 * Runs the vectors of some files. Chance and time are the same in every run, so the report is too.
 *
 * `own` are transformations of one's runtime, which vectors may use like the built-in ones.
 */
export const runVectors = (
  files: ReadonlyArray<VectorFile>,
  own: ReadonlyArray<Transformation> = []
): VectorReport | VectorShapeProblem => {
  const reports: Array<VectorReport> = []
  for (const file of files) {
    const vectors = readFile(file)
    if (vectors instanceof VectorShapeProblem) return vectors
    reports.push(runFile(file.file, vectors, own))
  }
  return {
    passed: reports.reduce((sum, { passed }) => sum + passed, 0),
    failed: reports.flatMap(({ failed }) => failed),
    skipped: reports.flatMap(({ skipped }) => skipped)
  }
}

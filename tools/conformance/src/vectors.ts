/** `conformance vectors`: runs a folder of vector files. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Json, MalformedJson, parseJson, stringifyJson, stringifyJsonIndented } from '@trustframe/claims'
import { runVectors, type VectorFile, type VectorReport, VectorShapeProblem } from '@trustframe/claims/vectors'
import { UsageError } from './UsageError.ts'

/** Beside the repository. */
const defaultFolder = resolve(import.meta.dirname, '../../../../shared/reference/vectors')

const formats = ['text', 'json'] as const

const readArguments = (args: ReadonlyArray<string>): { readonly folder: string; readonly format: string } => {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' } }
    })
    const [folder = defaultFolder, ...others] = positionals
    if (others.length > 0) throw new UsageError(`vectors takes one folder, not ${positionals.length}`)
    if (!formats.some((format) => format === values.format)) {
      throw new UsageError(`--format is "${values.format}"; expected ${formats.join(' or ')}`)
    }
    return { folder, format: values.format }
  } catch (error) {
    throw error instanceof Error ? new UsageError(error.message) : error
  }
}

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name))

/** The vector files of a folder, or one file. */
export const readVectorFiles = (path: string): ReadonlyArray<VectorFile> => {
  if (!existsSync(path)) throw new UsageError(`there is no folder ${path}; name one: vectors DIR`)
  const isFolder = statSync(path).isDirectory()
  const paths = isFolder ? filesIn(path) : [path]
  if (paths.length === 0) throw new UsageError(`the folder ${path} holds no .json files`)
  return paths.map((file) => {
    const content = parseJson(readFileSync(file, 'utf8'))
    if (content instanceof MalformedJson) throw new UsageError(`${file} ${content.reason}`)
    return { file: isFolder ? relative(path, file) : basename(file), content }
  })
}

const textReport = ({ failed, passed, skipped }: VectorReport): string =>
  [
    ...failed.flatMap(({ actual, expected, file, method, name }) => [
      `failed   ${file}: ${name} (${method})`,
      `  expected ${stringifyJson(expected)}`,
      `  actual   ${stringifyJson(actual)}`
    ]),
    ...skipped.map(({ file, method, name, reason }) => `skipped  ${file}: ${name} (${method}): ${reason}`),
    `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`
  ].join('\n')

const jsonReport = ({ failed, passed, skipped }: VectorReport): string => {
  const json: Json = {
    passed,
    failed: failed.map((vector) => ({ ...vector })),
    skipped: skipped.map((vector) => ({ ...vector }))
  }
  return stringifyJsonIndented(json).replaceAll('\r\n', '\n')
}

/** Runs the vectors of a folder and prints what came of them; 0 when none failed. */
export const vectors = (args: ReadonlyArray<string>): number => {
  const { folder, format } = readArguments(args)
  const report = runVectors(readVectorFiles(folder))
  if (report instanceof VectorShapeProblem) throw new UsageError(report.message)
  console.log(format === 'json' ? jsonReport(report) : textReport(report))
  return report.failed.length === 0 ? 0 : 1
}

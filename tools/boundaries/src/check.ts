/** Holds the imports of a source file against the rules. */
import { parseSync } from 'oxc-parser'
import { forbiddenGlobals, nodeFolders, packageRules, pureFolders } from './rules.ts'

/** An import, or a global, that breaks a rule. */
export interface Violation {
  readonly file: string
  readonly line: number
  readonly message: string
}

interface Import {
  readonly specifier: string
  readonly at: number
}

const importsOf = (file: string, text: string): ReadonlyArray<Import> => {
  const { module } = parseSync(file, text)
  return [
    ...module.staticImports.map(({ moduleRequest }) => ({ specifier: moduleRequest.value, at: moduleRequest.start })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) =>
        moduleRequest === null ? [] : [{ specifier: moduleRequest.value, at: moduleRequest.start }]
      )
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      specifier: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      at: moduleRequest.start
    }))
  ]
}

const packageName = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

const isEffect = (specifier: string): boolean => specifier === 'effect' || specifier.startsWith('effect/')

/** Why `specifier` may not be imported in `file`, or `undefined`. Relative imports must stay inside their package. */
const objection = (file: string, specifier: string): string | undefined => {
  const folder = file.split('/', 2).join('/')
  if (specifier.startsWith('.')) {
    const target = new URL(specifier, `file:///${file}`).pathname.slice(1)
    return target.startsWith(`${folder}/`) ? undefined : `leaves ${folder}; import the other package by its name`
  }
  if (specifier.includes('/internal/') || specifier.includes('/src/'))
    return 'reaches into the inside of another package'
  const rule = packageRules[folder]
  if (rule === undefined) return undefined
  if (specifier.startsWith('node:')) {
    const isAllowed = rule.node || nodeFolders.some((allowed) => file.startsWith(`${allowed}/`))
    return isAllowed ? undefined : `${folder} must not know Node`
  }
  if (isEffect(specifier)) {
    if (rule.effect === 'none') return `${folder} is pure and must not know Effect`
    if (specifier === 'effect') return 'import a module of Effect (effect/Effect), not the barrel'
    const pure = pureFolders.find((candidate) => file.startsWith(`${candidate.folder}/`))
    return pure === undefined || pure.effect.includes(specifier)
      ? undefined
      : `${pure.folder} is pure and must not know ${specifier}`
  }
  if (specifier.startsWith('@trustframe/')) {
    return rule.workspace.includes(specifier) ? undefined : `${folder} must not know ${specifier}`
  }
  return rule.external.includes(packageName(specifier))
    ? undefined
    : `${folder} does not list ${packageName(specifier)} among its libraries`
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** Everything in a source file that breaks a rule; `file` is relative to the root, with slashes. */
export const checkFile = (file: string, text: string): ReadonlyArray<Violation> => {
  const violations: Array<Violation> = []
  for (const { at, specifier } of importsOf(file, text)) {
    const message = objection(file, specifier)
    if (message !== undefined) violations.push({ file, line: lineOf(text, at), message: `"${specifier}": ${message}` })
  }
  if (file.startsWith('packages/')) {
    for (const [index, line] of text.split('\n').entries()) {
      if (/^\s*(?:\/\/|\/?\*)/.test(line)) continue
      for (const { instead, pattern } of forbiddenGlobals) {
        const found = pattern.exec(line)
        if (found !== null) violations.push({ file, line: index + 1, message: `${found[0]}: use ${instead}` })
      }
    }
  }
  return violations
}

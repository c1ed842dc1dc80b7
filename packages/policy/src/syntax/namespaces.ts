/** Which namespace a name is in (Namespaces in XML 1.0). */
import { scanStartTag } from './scanStartTag.ts'
import type { SourceText } from './SourceText.ts'

/** The declarations that are in force at a place of a file. */
export interface Namespaces {
  /** Those in force in the element whose name ends at `nameEnd`. */
  readonly enter: (source: SourceText, nameEnd: number) => Namespaces
  /** The namespace of a prefix, `''` for none; undefined when the prefix is not declared. */
  readonly find: (prefix: string) => string | undefined
}

/** The declarations outside of the root element. `everywhere`: elements other than the root may declare some. */
export const noNamespaces = (everywhere: boolean): Namespaces => namespaces(everywhere, true, new Map(known))

const known: ReadonlyArray<readonly [string, string]> = [
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace']
]

const namespaces = (everywhere: boolean, outside: boolean, declared: ReadonlyMap<string, string>): Namespaces => {
  const self: Namespaces = {
    enter: (source, nameEnd) => {
      if (!outside && !everywhere) return self
      const { declarations } = scanStartTag(source, nameEnd)
      if (declarations.length === 0 && !outside) return self
      const all = new Map(declared)
      for (const { name, value } of declarations) all.set(name.slice(6), value)
      return namespaces(everywhere, false, all)
    },
    find: (prefix) => declared.get(prefix)
  }
  return self
}

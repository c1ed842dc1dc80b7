/** What the generator needs of nx's tree. */
interface Tree {
  exists(path: string): boolean
  read(path: string, encoding: 'utf8'): string | null
  write(path: string, text: string): void
}

declare const generate: (
  tree: Tree,
  options: { readonly name: string; readonly type: string; readonly summary?: string }
) => Promise<void>

export default generate

/** The files of the repository, with what a generator wrote over them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..', '..')

export class MemoryTree {
  readonly written = new Map<string, string>()

  exists(path: string): boolean {
    return this.written.has(path)
  }

  read(path: string): string {
    return this.written.get(path) ?? readFileSync(join(root, path), 'utf8')
  }

  write(path: string, text: string): void {
    this.written.set(path, text)
  }
}

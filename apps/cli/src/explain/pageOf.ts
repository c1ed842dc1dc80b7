/** The page of a diagnostic: beside the bundle where the command is installed, in the documentation where it runs from source. */
import * as Effect from 'effect/Effect'
import * as FileSystem from 'effect/FileSystem'
import * as Path from 'effect/Path'

/** `rolldown.config.ts` puts the pages into the first one. */
const folders = ['./diagnostics/', '../../../../docs/diagnostics/'].map((folder) => new URL(folder, import.meta.url))

/** Markdown, without the comments in which its summary is generated. */
export const pageOf = Effect.fnUntraced(function* (code: string) {
  const fs = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const texts = folders.map((folder) =>
    path.fromFileUrl(new URL(`${code}.md`, folder)).pipe(Effect.flatMap((file) => fs.readFileString(file)))
  )
  const text = yield* Effect.orDie(Effect.firstSuccessOf(texts))
  return text.replaceAll(/<!-- \/?summary -->\n+/g, '').trim()
})

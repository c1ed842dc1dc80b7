/** Chooses among files of one policy id those that a file means. */

/** The folder of a path, as it is written. */
export const folderOf = (path: string): string =>
  path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** The folders of a path. */
export const foldersOf = (path: string): ReadonlyArray<string> => path.split(/[\\/]/).slice(0, -1)

/** The files whose folders are nearest to those of `path`: that share the most with it and have the fewest others. */
export const nearestOf = <File extends { readonly path: string }>(
  files: ReadonlyArray<File>,
  path: string
): ReadonlyArray<File> => {
  if (files.length < 2) return files
  const from = foldersOf(path)
  const distances = files.map((file) => {
    const folders = foldersOf(file.path)
    const different = folders.findIndex((folder, i) => folder !== from[i])
    const shared = different < 0 ? folders.length : different
    return { file, shared, others: folders.length - shared }
  })
  const most = Math.max(...distances.map(({ shared }) => shared))
  const sharing = distances.filter(({ shared }) => shared === most)
  const fewest = Math.min(...sharing.map(({ others }) => others))
  return sharing.filter(({ others }) => others === fewest).map(({ file }) => file)
}

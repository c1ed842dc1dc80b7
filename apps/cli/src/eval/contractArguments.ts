/** `trustframe eval Method --help` shows the method's contract, not only the command's own help. */
import { findTransformation } from '@trustframe/claims'

const help: ReadonlySet<string> = new Set(['--help', '-h'])

/** Turns `--help` after the name of a method into `--contract`; other arguments stay as they are. */
export const contractArguments = (args: ReadonlyArray<string>): ReadonlyArray<string> => {
  const [command, name] = args
  const asks =
    command === 'eval' &&
    name !== undefined &&
    findTransformation(name) !== undefined &&
    args.some((arg) => help.has(arg))
  return asks ? args.map((arg) => (help.has(arg) ? '--contract' : arg)) : args
}

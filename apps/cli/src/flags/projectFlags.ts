/** The options that every command about a project shares: which policies, settings, keys and hosts. */
import { Argument, Flag } from 'effect/cli'

export const paths = Argument.String('path').pipe(
  Argument.withDescription('Policy files or folders; default: the policies of trustframe.json, else this folder'),
  Argument.variadic()
)

const text = (name: string, description: string, metavar: string) =>
  Flag.String(name).pipe(Flag.withDescription(description), Flag.withMetavar(metavar), Flag.optional)

const many = (name: string, description: string, metavar: string) =>
  Flag.String(name).pipe(Flag.withDescription(description), Flag.withMetavar(metavar), Flag.atLeast(0))

export const projectFlags = {
  config: text('config', 'The project file (default: trustframe.json)', 'FILE'),
  settings: text('settings', 'The appsettings.json with environments and their settings', 'FILE'),
  env: text('env', 'The environment whose settings are used', 'NAME'),
  set: many('set', 'A setting, over those of the environment; may be repeated', 'NAME=VALUE'),
  policy: text('policy', 'The policy to run, when there are several', 'ID')
}

export const runtimeFlags = {
  keys: text(
    'keys',
    'The policy keys: NAME=value lines or a JSON object; also TRUSTFRAME_KEY_<StorageReferenceId>',
    'FILE'
  ),
  host: many('host', 'Call this URL instead of a host; may be repeated', 'NAME=URL')
}

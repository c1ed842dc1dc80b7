/** The values that stand in for placeholders when policies are built for an environment. */

/** Settings of one environment, as the VS Code extension knows them (policy-language.md section 9). */
export interface Settings {
  /** What `{Settings:Environment}` stands for. */
  readonly environment: string
  /** What `{Settings:Tenant}` stands for. */
  readonly tenant?: string
  /** What `{Settings:Name}` stands for, ignoring case; and `{Name}`, in exactly this case. */
  readonly values: Readonly<Record<string, string>>
}

/** Names of settings that need no value, in the order in which they are looked up. */
export const builtInSettings = ['Tenant', 'Filename', 'PolicyFilename', 'Environment'] as const

/** Answers the value of `{Settings:Name}` in a file, whatever the case of the name. */
export const settingsOf = (path: string, settings: Settings | undefined): ReadonlyMap<string, string> => {
  const values = new Map<string, string>()
  if (settings === undefined) return values
  for (const [name, value] of Object.entries(settings.values)) values.set(name.toLowerCase(), value)
  const file = (path.split(/[\\/]/).at(-1) ?? path).replace(/(?!^)\.[^.]*$/, '')
  if (settings.tenant !== undefined) values.set('tenant', settings.tenant)
  values.set('filename', file)
  values.set('policyfilename', file.replaceAll('B2C_1A_', ''))
  values.set('environment', settings.environment)
  return values
}

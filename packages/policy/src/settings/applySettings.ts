/** Puts the values of settings in the place of their placeholders, before a file is parsed. */
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import { suggest } from '../suggest.ts'
import { maximumBytes } from '../syntax/parseXml.ts'
import { type Replacement, type SourceText, sourceText, type Span } from '../syntax/SourceText.ts'
import { type MarkupContext, markupContexts } from './markupContext.ts'
import { builtInSettings, type Settings, settingsOf } from './Settings.ts'

/** A file after its settings were replaced. */
export interface AppliedSettings {
  readonly source: SourceText
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

const placeholder = /\{(?:settings:([^{}<>"']*)|([A-Za-z_][\w.-]*))\}/iy

/**
 * Replaces `{Settings:Name}`, whatever its case, and `{Name}` where a setting of exactly that name exists. A value is
 * inserted so that the XML means it: escaped in text and attribute values, literally in tags and CDATA sections.
 * Placeholders in comments stay, and so do those in the values. What no setting answers is a diagnostic `TF1201`.
 *
 * @example
 * const { source } = applySettings(sourceText('Base.xml', '<A>{Settings:Tenant}</A>'), {
 *   environment: 'Test',
 *   tenant: 'contoso.onmicrosoft.com',
 *   values: {}
 * })
 * source.text // '<A>contoso.onmicrosoft.com</A>'
 */
export const applySettings = (file: SourceText, settings: Settings | undefined): AppliedSettings => {
  const { original: text } = file
  const diagnostics: Array<Diagnostic> = []
  const replacements: Array<Replacement> = []
  const named = settingsOf(file.path, settings)
  const contextAt = markupContexts(text)
  let length = text.length
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
    placeholder.lastIndex = open
    const match = placeholder.exec(text)
    if (match === null) continue
    const [written, setting, bare = ''] = match
    const name = setting?.trim()
    const value = name === undefined ? valueOfBare(settings, bare) : named.get(name.toLowerCase())
    const context = value === undefined && name === undefined ? 'comment' : contextAt(open)
    if (context === 'comment') continue
    const span = { source: file, start: open, end: open + written.length }
    if (value !== undefined) {
      const [inner] = /\{settings:[^{}]*\}/i.exec(value) ?? []
      if (inner !== undefined && diagnostics.length < most) diagnostics.push(nested(span, written, inner))
      const replacement = inContext(value, context)
      length += replacement.length - written.length
      // A text that is too large is refused; what is beyond need not be built.
      if (length > 2 * maximumBytes) break
      replacements.push({ start: open, end: span.end, text: replacement })
    } else if (name !== undefined && diagnostics.length < most) {
      diagnostics.push(unresolved(span, name, settings))
    }
  }
  return { source: replacements.length === 0 ? file : sourceText(file.path, text, replacements), diagnostics }
}

/** Nobody reads more; a hostile file could have hundreds of thousands. */
const most = 1000

const valueOfBare = (settings: Settings | undefined, name: string): string | undefined =>
  settings !== undefined && Object.hasOwn(settings.values, name) ? settings.values[name] : undefined

const inContext = (value: string, context: MarkupContext): string => {
  if (context === 'cdata') return value.replaceAll(']]>', ']]]]><![CDATA[>')
  if (context === 'tag') return value
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}

/** The value itself is not told: it may be a secret. */
const nested = (span: Span, written: string, inner: string): Diagnostic =>
  diagnose('TF1202', span, `the value of "${written}" holds the placeholder "${inner}"`, {
    help: 'placeholders are replaced once; write the whole value in the settings'
  })

const unresolved = (span: Span, name: string, settings: Settings | undefined): Diagnostic => {
  if (settings === undefined) {
    return diagnose('TF1201', span, `"{Settings:${name}}" has no value, because no settings were given`, {
      help: 'give the settings of an environment'
    })
  }
  const builtIn = builtInSettings.filter((known) => known !== 'Tenant' || settings.tenant !== undefined)
  const names = [...Object.keys(settings.values), ...builtIn]
  const meant = suggest(name, names)
  const help =
    meant === undefined ? `add "${name}" to the settings of this environment` : `did you mean "{Settings:${meant}}"?`
  return diagnose(
    'TF1201',
    span,
    `the environment "${settings.environment}" has no setting "${name}"`,
    meant === undefined
      ? { help }
      : { help, fix: { title: `Write "{Settings:${meant}}"`, edits: [{ span, replacement: `{Settings:${meant}}` }] } }
  )
}

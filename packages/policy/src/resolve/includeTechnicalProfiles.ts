/** Resolves `IncludeTechnicalProfile` and `IncludeClaimsFromTechnicalProfile` on merged technical profiles. */
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import { technicalProfile } from '../grammar/technicalProfile.ts'
import { mergeElements } from '../merge/mergeElements.ts'
import { MergedElement } from '../merge/MergedElement.ts'
import type { Text } from '../model/Text.ts'
import { attribute, childText } from '../read/texts.ts'
import { remember, rememberPair } from '../remember.ts'
import { suggest } from '../suggest.ts'
import { attributeOf, childOf, type XmlElement } from '../syntax/XmlElement.ts'

/** Technical profiles after what they include. */
export interface IncludedProfiles {
  /** A profile after what it includes. */
  readonly included: (profile: XmlElement) => XmlElement
  /** What could not be included, in all profiles. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** B2C names no limit; this one keeps a hostile policy from costing anything. */
const deepest = 100

/** Nobody reads more. */
const most = 100

/**
 * A profile adds to and overrides the one that it includes, as a derived file does (policy-language.md section 6.4);
 * included profiles may include others. `IncludeClaimsFromTechnicalProfile` adds the input and output claims alone.
 * What cannot be included is left out and reported. `isDefinedIn` answers whether a file has a profile of that id.
 */
export const includeTechnicalProfiles = (
  profiles: ReadonlyArray<XmlElement>,
  isDefinedIn: (path: string, id: string) => boolean
): IncludedProfiles => {
  const diagnostics: Array<Diagnostic> = []
  const report = (diagnostic: Diagnostic): void => {
    if (diagnostics.length < most) diagnostics.push(diagnostic)
  }
  const byId = new Map<string, XmlElement>()
  for (const profile of profiles) {
    const key = keyOf(profile)
    if (!byId.has(key)) byId.set(key, profile)
  }
  const done = new Map<XmlElement, { readonly profile: XmlElement; readonly depth: number }>()
  const path: Array<XmlElement> = []

  /** What a reference includes, and how deep that includes others; nothing when it cannot be included. */
  const find = (from: XmlElement, reference: Text | undefined) => {
    if (reference === undefined || diagnostics.length >= most) return undefined
    const target = byId.get(reference.value.toLowerCase())
    if (target === undefined) {
      report(notFound(from, reference, profiles))
      return undefined
    }
    const circle = path.indexOf(target)
    if (circle >= 0) {
      report(inCircle(reference, [...path.slice(circle), target].map(idOf)))
      return undefined
    }
    const found = path.length < deepest ? include(target) : undefined
    if (found !== undefined && found.depth < deepest) return found
    report(tooDeep(reference))
    return undefined
  }

  const include = (own: XmlElement): { readonly profile: XmlElement; readonly depth: number } => {
    const includes = includesOf(own)
    if (includes === undefined) return { profile: own, depth: 1 }
    const known = done.get(own)
    if (known !== undefined) return known
    path.push(own)
    let profile = own
    const { claims, whole } = includes
    const base = find(own, whole)
    if (base !== undefined) profile = merge(base.profile, profile, report)
    const source = find(own, claims)
    if (claims !== undefined && source !== undefined) {
      if (!isDefinedIn(claims.span.source.path, claims.value)) report(otherFile(claims))
      profile = merge(claimsOf(source.profile), profile, report)
    }
    path.pop()
    const result = { profile, depth: 1 + Math.max(base?.depth ?? 0, source?.depth ?? 0) }
    done.set(own, result)
    return result
  }

  for (const profile of profiles) include(profile)
  return { included: (profile) => include(profile).profile, diagnostics }
}

/** What a profile says that it includes; nothing when it says nothing. */
const includesOf = remember((profile: XmlElement) => {
  const element = childOf(profile, 'IncludeTechnicalProfile')
  const whole = element === undefined ? undefined : attribute(element, 'ReferenceId')
  const claims = childText(profile, 'IncludeClaimsFromTechnicalProfile')
  return whole === undefined && claims === undefined ? undefined : { whole, claims }
})

const keyOf = remember((profile: XmlElement): string => idOf(profile).toLowerCase())

const idOf = (profile: XmlElement): string => attributeOf(profile, 'Id')?.value.trim() ?? ''

const merged = rememberPair((base: XmlElement, own: XmlElement) => {
  const diagnostics: Array<Diagnostic> = []
  const profile = mergeElements(base, own, technicalProfile, (found) => void diagnostics.push(found))
  return { profile, diagnostics }
})

const merge = (base: XmlElement, own: XmlElement, report: (diagnostic: Diagnostic) => void): XmlElement => {
  const { diagnostics, profile } = merged(base, own)
  diagnostics.forEach(report)
  return profile
}

const claimsOf = remember(
  (profile: XmlElement): XmlElement =>
    new MergedElement(
      profile,
      profile.children.filter(({ name }) => name === 'InputClaims' || name === 'OutputClaims')
    )
)

const notFound = (profile: XmlElement, { value, span }: Text, profiles: ReadonlyArray<XmlElement>): Diagnostic => {
  const meant = suggest(value, profiles.map(idOf))
  const message = `the technical profile "${idOf(profile)}" includes "${value}", which neither the policy nor its base policies have`
  return diagnose('TF1307', span, message, {
    help: meant === undefined ? 'define it, or remove the reference' : `did you mean "${meant}"?`,
    ...(meant === undefined ? {} : { fix: { title: `Write "${meant}"`, edits: [{ span, replacement: meant }] } })
  })
}

const inCircle = ({ span }: Text, ids: ReadonlyArray<string>): Diagnostic => {
  const names = ids.map((id) => `"${id}"`).join(' → ')
  return diagnose('TF1308', span, `technical profiles include each other in a circle: ${names}`, {
    help: 'let one of them include nothing'
  })
}

const tooDeep = ({ span }: Text): Diagnostic =>
  diagnose('TF1313', span, `technical profiles include each other more than ${deepest} deep`, {
    help: 'include the last of them directly'
  })

const otherFile = ({ value, span }: Text): Diagnostic =>
  diagnose('TF1309', span, `"${value}" is not defined in this file`, {
    help: '"IncludeClaimsFromTechnicalProfile" takes claims only from a technical profile of the same file'
  })

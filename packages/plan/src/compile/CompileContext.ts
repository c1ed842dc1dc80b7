/** What the parts of the compiler share: the policy, its claim slots, and where findings go. */
import { ClaimTable, isDataType, type ClaimSlot } from '@trustframe/claims'
import {
  type Diagnostic,
  keyOf,
  type Policy,
  remember,
  type Span,
  suggest,
  type TechnicalProfile,
  type Text
} from '@trustframe/policy'
import { planCodes, type PlanCode } from '../codes.ts'
import type { Origin, Located } from '../plan/Origin.ts'
import type { LocalizationPlan, PagePlan } from '../plan/PagePlan.ts'
import type { ProfilePlan } from '../plan/ProfilePlan.ts'
import { type CompileEnvironment, noEnvironment } from './CompileEnvironment.ts'
import { compileLocalization } from './content/languages.ts'

/** What a finding says beyond its code. */
export interface Finding {
  readonly message: string
  readonly help?: string
  readonly related?: ReadonlyArray<{ readonly message: string; readonly span: Span }>
}

/** The slots of claim types; policies that inherit all of them share the table. */
const claimTable = remember(
  (claimTypes: Policy['claimTypes']): ClaimTable =>
    new ClaimTable(
      [...claimTypes.values()].map(({ dataType, id }) => ({
        id: id.value,
        // A claim type without a data type anywhere in the chain is read as a string.
        dataType: dataType !== undefined && isDataType(dataType.value) ? dataType.value : 'string'
      }))
    )
)

/** One compilation: profiles and transformations are bound once, however many steps refer to them. */
export class CompileContext {
  readonly policy: Policy
  readonly claims: ClaimTable
  readonly secrets: ReadonlySet<number>
  readonly environment: CompileEnvironment
  readonly localization: LocalizationPlan
  readonly diagnostics: Array<Diagnostic> = []
  /** By id in lower case. */
  readonly profiles = new Map<string, ProfilePlan | undefined>()
  readonly pages = new Map<string, PagePlan>()
  /** Parts of the policy whose findings are told: a second use of the same part finds nothing new. */
  readonly #told = new Set<string>()

  constructor(policy: Policy, environment: CompileEnvironment = noEnvironment) {
    this.policy = policy
    this.environment = environment
    this.localization = compileLocalization(policy)
    this.claims = claimTable(policy.claimTypes)
    this.secrets = secretSlots(policy, this.claims)
  }

  report(code: PlanCode, span: Span, finding: Finding): void {
    const { origin, severity } = planCodes[code]
    this.diagnostics.push({ code, severity, origin, span, ...finding })
  }

  /** Whether a part of the policy is met for the first time, so that its findings are told once. */
  first(part: string): boolean {
    const known = this.#told.has(part)
    this.#told.add(part)
    return !known
  }

  /** The claim type that a text refers to, or a finding. */
  claim(reference: Text): ClaimSlot | undefined {
    const claim = this.claims.find(reference.value)
    if (claim === undefined) {
      const names = this.claims.slots.map(({ id }) => id)
      this.report('TF2012', reference.span, {
        message: `claim type "${reference.value}" is declared neither in this policy nor in its base policies`,
        help: didYouMean(reference.value, names, 'declare it in ClaimsSchema')
      })
    }
    return claim
  }
}

/** "did you mean …", or what to do when nothing is near. */
export const didYouMean = (name: string, candidates: Iterable<string>, otherwise: string): string => {
  const near = suggest(name, [...candidates])
  return near === undefined ? otherwise : `did you mean "${near}"?`
}

export const originOf = (span: Span): Origin => {
  const { column, file, line } = span.source.positionAt(span.start)
  return { file, line, column }
}

export const locate = (text: Text): Located => ({ value: text.value, origin: originOf(text.span) })

const secretPartnerNames: ReadonlySet<string> = new Set([
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'client_assertion',
  'assertion',
  'password',
  'authorization',
  'secretkey',
  'query.secret',
  // One-time codes.
  'otpgenerated',
  'otptoverify',
  'otpcode',
  'verificationcode'
])

/**
 * Claims whose values are credentials: typed in as passwords, used as bearer tokens, or exchanged under a name that
 * says so.
 */
const secretSlots = (policy: Policy, claims: ClaimTable): ReadonlySet<number> => {
  const slots = new Set<number>()
  const add = (id: string) => {
    const claim = claims.find(id)
    if (claim !== undefined) slots.add(claim.slot)
  }
  for (const { id, userInputType } of policy.claimTypes.values()) if (userInputType?.value === 'Password') add(id.value)
  for (const profile of policy.technicalProfiles.values()) secretClaims(profile).forEach(add)
  return slots
}

/** The claims that a technical profile exchanges as credentials; policies that inherit the profile share them. */
const secretClaims = remember((profile: TechnicalProfile): ReadonlyArray<string> => {
  const tokens = profile.metadata.filter(({ key }) => keyOf(key.value) === 'useclaimasbearertoken')
  const references = [...profile.inputClaims, ...profile.outputClaims, ...profile.persistedClaims].filter(
    ({ claimTypeReferenceId, partnerClaimType }) => {
      const name = (partnerClaimType ?? claimTypeReferenceId).value.toLowerCase()
      return secretPartnerNames.has(name.startsWith('{oauth2:') ? name.slice(8, -1) : name)
    }
  )
  return [
    ...tokens.map(({ value }) => value.value),
    ...references.map(({ claimTypeReferenceId }) => claimTypeReferenceId.value)
  ]
})

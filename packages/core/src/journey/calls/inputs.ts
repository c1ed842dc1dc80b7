/** The input claims of a call, by the names that its handler knows them under. */
import { type ClaimValue, formatValue, type Json, toJson } from '@trustframe/claims'
import type { ClaimBinding, ProfileCall } from '@trustframe/plan/plan'
import { takeInput } from '../bag.ts'
import type { JourneyError } from '../JourneyError.ts'
import { plainError } from '../makeError.ts'
import type { Calling } from './CallRunner.ts'

/** An input claim and its value. */
export interface Input {
  readonly binding: ClaimBinding
  readonly value: ClaimValue | undefined
}

/** The values of input claims; a required one without a value is an error. */
export class Inputs {
  readonly all: ReadonlyArray<Input>

  constructor(all: ReadonlyArray<Input>) {
    this.all = all
  }

  /** The value under a partner name, ignoring case: of several claims with that name, the first that has a value. */
  value(name: string): ClaimValue | undefined {
    const wanted = name.toLowerCase()
    return this.all.find(({ binding, value }) => value !== undefined && binding.partnerName.toLowerCase() === wanted)
      ?.value
  }

  /** The same as text. */
  text(name: string): string | undefined {
    const value = this.value(name)
    return value === undefined ? undefined : formatValue(value)
  }

  /** All that have a value, in JSON form, by partner name. */
  json(): Readonly<Record<string, Json>> {
    return Object.fromEntries(
      this.all.flatMap(({ binding, value }) => (value === undefined ? [] : [[binding.partnerName, toJson(value)]]))
    )
  }

  /** All that have a value, as texts, by partner name. */
  texts(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.all.flatMap(({ binding, value }) => (value === undefined ? [] : [[binding.partnerName, formatValue(value)]]))
    )
  }
}

/** Takes the input claims of a call. */
export const takeInputs = (
  { profile, run }: Calling<ProfileCall>,
  bindings: ReadonlyArray<ClaimBinding>
): Inputs | JourneyError => {
  const all = bindings.map((binding) => ({ binding, value: takeInput(run.scope, binding, run.resolvers) }))
  run.noteClaims(profile.id)
  const inputs = new Inputs(all)
  // A profile that includes another may map a claim of its own to a name that the other requires.
  const missing = all.find(({ binding }) => binding.required && inputs.value(binding.partnerName) === undefined)
  return missing === undefined ? inputs : inputMissing({ profile, run }, missing.binding.claim.id)
}

/** The error of an input claim that has to have a value. */
export const inputMissing = ({ profile, run }: Pick<Calling<ProfileCall>, 'profile' | 'run'>, name: string) =>
  plainError(run, {
    tag: 'RequiredClaimMissing',
    description: `the required input claim "${name}" has no value`,
    origin: profile.origin,
    technicalProfile: profile.id
  })

/** What is wrong with the claim types and predicates of a policy as pages use them. */
import {
  compileMask,
  compilePredicate,
  compileUserInput,
  isDataType,
  isUserInputType,
  MaskProblem,
  type UserInputProblem
} from '@trustframe/claims'
import {
  type ClaimType,
  keyOf,
  type Localization,
  type Policy,
  type Predicate,
  type PredicateValidation,
  remember,
  type Span
} from '@trustframe/policy'

/** A problem and its place. */
export interface InputProblem {
  readonly span: Span
  readonly message: string
  readonly help: string | undefined
  /** Whether the policy cannot have it; otherwise it is unusual. */
  readonly refused: boolean
}

/** A problem without its place. */
interface Kept {
  readonly message: string
  readonly refused: boolean
  readonly place: 'pattern' | 'control' | 'mask' | 'element' | number
}

/** All problems of a policy. */
export const inputProblems = (policy: Policy): ReadonlyArray<InputProblem> => [
  ...[...policy.claimTypes].flatMap(([key, claimType]) => ofClaimType(policy, key, claimType)),
  ...[...policy.predicates.values()].flatMap(ofPredicate),
  ...[...policy.predicateValidations.values()].flatMap(ofValidation)
]

const places: Readonly<Record<UserInputProblem['kind'], Kept['place']>> = {
  WrongDataType: 'control',
  NoOptions: 'control',
  InvalidPattern: 'pattern',
  UnsupportedRegex: 'pattern'
}

const ofClaimType = (policy: Policy, key: string, claimType: ClaimType): ReadonlyArray<InputProblem> => {
  const { id, mask, pattern, userInputType } = claimType
  if (userInputType === undefined && mask === undefined && pattern === undefined) return []
  const hasOptions = claimType.enumerations.length > 0 || hasLocalizedOptions(policy, key)
  return (hasOptions ? withOptions : withoutOptions)(claimType).map(({ message, place, refused }) => {
    const text =
      place === 'pattern' ? pattern?.regularExpression : place === 'mask' ? (mask?.regex ?? mask?.type) : userInputType
    return { span: (text ?? id).span, message, help: undefined, refused }
  })
}

const fieldProblems = (
  { dataType, id, pattern, userInputType }: ClaimType,
  hasOptions: boolean
): ReadonlyArray<Kept> => {
  const type = dataType?.value ?? 'string'
  const control = userInputType?.value ?? 'TextBox'
  if (!isDataType(type) || !isUserInputType(control)) return []
  const { problems } = compileUserInput({
    claimTypeId: id.value,
    dataType: type,
    userInputType: control,
    required: false,
    pattern: pattern === undefined ? undefined : { regularExpression: pattern.regularExpression.value },
    hasOptions
  })
  return problems
    .filter(({ kind }) => userInputType !== undefined || places[kind] === 'pattern')
    .map(({ effect, kind, message }) => ({
      message: sentence(message),
      refused: effect === 'refused',
      place: places[kind]
    }))
}

const maskProblems = ({ id, mask }: ClaimType): ReadonlyArray<Kept> => {
  if (mask === undefined) return []
  const type = keyOf(mask.type.value) === 'regex' ? 'Regex' : 'Simple'
  const made = compileMask({ type, text: mask.text.value, regex: mask.regex?.value })
  return made instanceof MaskProblem
    ? [{ message: `claim type "${id.value}": ${sentence(made.message)}`, refused: true, place: 'mask' }]
    : []
}

const problemsOf = (hasOptions: boolean) =>
  remember((claimType: ClaimType): ReadonlyArray<Kept> => [
    ...maskProblems(claimType),
    ...fieldProblems(claimType, hasOptions)
  ])

const withOptions = problemsOf(true)
const withoutOptions = problemsOf(false)

/** The claim types that have options in some language. */
const localizedOptions = remember(
  ({ resources }: Localization): ReadonlySet<string> =>
    new Set(
      resources
        .flatMap(({ collections }) => collections)
        .filter(({ elementType }) => keyOf(elementType.value) === 'claimtype')
        .map(({ elementId }) => keyOf(elementId.value))
    )
)

const hasLocalizedOptions = ({ localization }: Policy, key: string): boolean =>
  localization !== undefined && localizedOptions(localization).has(key)

const ofPredicate = (predicate: Predicate): ReadonlyArray<InputProblem> =>
  predicateProblems(predicate).map(({ message, place, refused }) => {
    const { id, method, parameters, span } = predicate
    const text = typeof place === 'number' ? parameters[place]?.value : place === 'control' ? method : id
    return { span: text?.span ?? span, message, help: undefined, refused }
  })

const predicateProblems = remember(({ id, method, parameters }: Predicate): ReadonlyArray<Kept> => {
  const compiled = compilePredicate({
    id: id.value,
    method: method.value,
    parameters: parameters.map((parameter) => ({ id: parameter.id.value, value: parameter.value.value }))
  })
  if (compiled._tag === 'CompiledPredicate') return []
  return compiled.problems.map(({ effect, kind, message, parameter }) => ({
    message: sentence(message),
    refused: effect === 'refused',
    place: parameter ?? (kind === 'UnknownMethod' ? 'control' : 'element')
  }))
})

/** A reference that finds nothing is reported as such. */
const ofValidation = ({ groups, id }: PredicateValidation): ReadonlyArray<InputProblem> =>
  groups.flatMap((group) =>
    group.references.flatMap(({ matchAtLeast, predicateIds }): ReadonlyArray<InputProblem> => {
      if (matchAtLeast === undefined || Number(matchAtLeast.value) <= predicateIds.length) return []
      return [
        {
          span: matchAtLeast.span,
          message: `group "${group.id.value}" of "${id.value}" never holds: ${matchAtLeast.value} predicates must pass, and it has ${predicateIds.length}`,
          help: `write at most ${predicateIds.length}`,
          refused: false
        }
      ]
    })
  )

/** As the other messages are written. */
const sentence = (message: string): string => (message.charAt(0).toLowerCase() + message.slice(1)).replace(/\.$/, '')

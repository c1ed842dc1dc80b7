/** Compiles a PredicateValidation element of a policy to a check of values. */
import type { ClaimValue } from '../ClaimValue.ts'
import { didYouMean } from '../suggest.ts'
import type { CompiledPredicate } from './compilePredicate.ts'

/** A PredicateReferences element. */
export interface PredicateReferences {
  readonly predicateIds: ReadonlyArray<string>
  /** MatchAtLeast; without it every predicate must pass. */
  readonly matchAtLeast?: number | undefined
}

/** A PredicateGroup element. */
export interface PredicateGroup {
  readonly id: string
  readonly userHelpText?: string | undefined
  readonly references: ReadonlyArray<PredicateReferences>
}

/** A PredicateValidation (or legacy InputValidation) element as data. */
export interface PredicateValidationDeclaration {
  readonly id: string
  readonly groups: ReadonlyArray<PredicateGroup>
}

/** A help text: where its translation is found, and the text of the policy. */
export interface HelpText {
  /** LocalizedString/@ElementType; group texts are also found under `InputValidation` (claims-schema 8.3). */
  readonly elementType: 'Predicate' | 'PredicateValidation'
  readonly elementId: string
  readonly stringId: string
  readonly text: string | undefined
}

/** A group that does not hold, with the texts that belong together on a page. */
export interface FailedGroup {
  readonly groupId: string
  readonly helpText: HelpText
  /** The predicates of the group that did not pass, in order. */
  readonly predicates: ReadonlyArray<{ readonly predicateId: string; readonly helpText: HelpText }>
}

/** A predicate validation that can be checked. */
export interface PredicateValidation {
  readonly id: string
  /** The groups that do not hold, in the order of the policy; none when the value is valid. */
  readonly check: (value: ClaimValue, nowMillis: number) => ReadonlyArray<FailedGroup>
}

export type PredicateValidationProblemKind = 'UnknownPredicate' | 'NeverSatisfiable'

/** A problem of a PredicateValidation element; indexes count from 0. */
export interface PredicateValidationProblem {
  readonly kind: PredicateValidationProblemKind
  readonly effect: 'refused' | 'advice'
  readonly group: number
  readonly references: number
  /** The reference within its list; absent when the problem is the list. */
  readonly reference: number | undefined
  readonly message: string
}

/** The predicates of a PredicateReferences element that do not pass; `undefined` when enough of them do. */
const checkReferences =
  (predicates: ReadonlyArray<CompiledPredicate>, needed: number) =>
  (value: ClaimValue, nowMillis: number): ReadonlyArray<CompiledPredicate> | undefined => {
    // A test that was given up counts as not passed: a value is never accepted without an answer.
    const failed = predicates.filter(({ test }) => test(value, nowMillis) !== true)
    return predicates.length - failed.length >= needed ? undefined : failed
  }

const predicateText = ({ helpText, id }: CompiledPredicate): HelpText => ({
  elementType: 'Predicate',
  elementId: id,
  stringId: 'HelpText',
  text: helpText
})

/**
 * Compiles a predicate validation: it holds when all groups hold; a group holds when of each of its lists at least MatchAtLeast
 * predicates pass (claims-schema 8.2). A reference that does not resolve is a problem, and its validation is `undefined`.
 */
export const compilePredicateValidation = (
  declaration: PredicateValidationDeclaration,
  predicates: ReadonlyMap<string, CompiledPredicate>
): {
  readonly validation: PredicateValidation | undefined
  readonly problems: ReadonlyArray<PredicateValidationProblem>
} => {
  const problems: Array<PredicateValidationProblem> = []
  const byId = new Map([...predicates.values()].map((predicate) => [predicate.id.toLowerCase(), predicate]))

  const groups = declaration.groups.map((group, groupIndex) => {
    const lists = group.references.map(({ matchAtLeast, predicateIds }, referencesIndex) => {
      const found: Array<CompiledPredicate> = []
      predicateIds.forEach((predicateId, reference) => {
        const predicate = byId.get(predicateId.toLowerCase())
        if (predicate !== undefined) found.push(predicate)
        else {
          problems.push({
            kind: 'UnknownPredicate',
            effect: 'refused',
            group: groupIndex,
            references: referencesIndex,
            reference,
            message: `The PredicateGroup "${group.id}" of "${declaration.id}" refers to the Predicate "${predicateId}", which does not exist.${didYouMean(predicateId, predicates.keys())}`
          })
        }
      })
      const needed = matchAtLeast ?? predicateIds.length
      if (needed > predicateIds.length) {
        problems.push({
          kind: 'NeverSatisfiable',
          effect: 'advice',
          group: groupIndex,
          references: referencesIndex,
          reference: undefined,
          message: `The PredicateGroup "${group.id}" of "${declaration.id}" can never hold: MatchAtLeast is ${needed}, but it has ${predicateIds.length} predicates.`
        })
      }
      return checkReferences(found, needed)
    })
    return (value: ClaimValue, nowMillis: number): FailedGroup | undefined => {
      const failed = lists.map((check) => check(value, nowMillis)).filter((list) => list !== undefined)
      return failed.length === 0
        ? undefined
        : {
            groupId: group.id,
            helpText: {
              elementType: 'PredicateValidation',
              elementId: declaration.id,
              stringId: group.id,
              text: group.userHelpText
            },
            predicates: failed
              .flat()
              .map((predicate) => ({ predicateId: predicate.id, helpText: predicateText(predicate) }))
          }
    }
  })

  const check: PredicateValidation['check'] = (value, nowMillis) =>
    groups.map((checkGroup) => checkGroup(value, nowMillis)).filter((failed) => failed !== undefined)
  const refused = problems.some(({ effect }) => effect === 'refused')
  return { validation: refused ? undefined : { id: declaration.id, check }, problems }
}

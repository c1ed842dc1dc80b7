/** The parts of a page by the names that people have for them. */
import type { ChoiceModel, ControlModel, FieldModel, FormModel, PageModel } from '@trustframe/core'
import { suggest } from '@trustframe/policy'
import { AnswerProblem } from './AnswerProblem.ts'

/** The form of a page, if it has one. */
export const formOf = (page: PageModel): FormModel | undefined => (page.kind === 'PhoneFactor' ? undefined : page.form)

/** The fields of a page, those of its display controls among them. */
export const fieldsOf = (page: PageModel): ReadonlyArray<FieldModel> =>
  (formOf(page)?.items ?? []).flatMap((item) => (item._tag === 'Field' ? [item] : item.fields))

/** The display controls of a page. */
export const controlsOf = (page: PageModel): ReadonlyArray<ControlModel> =>
  (formOf(page)?.items ?? []).filter((item) => item._tag === 'Control')

/** What can be chosen: claims exchanges by id, with the labels of their buttons. */
export const choicesOf = (page: PageModel): ReadonlyArray<Pick<ChoiceModel, 'exchange' | 'label'>> => {
  if (page.kind !== 'ClaimsProviderSelection' && page.kind !== 'CombinedSignInAndSignUp') return []
  const signUp =
    page.signUp === undefined
      ? []
      : [
          {
            exchange: page.signUp,
            label: page.strings['createaccount_link'] ?? page.strings['createaccount_one_link'] ?? 'Sign up now'
          }
        ]
  return [...page.choices, ...signUp]
}

/** The names of a page: its content definition, its technical profile, its place. */
export const namesOf = (page: PageModel): ReadonlyArray<string> => {
  const profile = page.kind === 'PhoneFactor' ? page.technicalProfile : page.form?.technicalProfile
  return [page.contentDefinition, profile, `step ${page.step}`].filter((name) => name !== undefined)
}

/** A page in words. */
export const describePage = (page: PageModel): string =>
  `page "${page.contentDefinition ?? page.kind}" of step ${page.step}`

const same = (left: string, right: string): boolean => left.trim().toLowerCase() === right.trim().toLowerCase()

/** The part with this id, else with this label. */
const pick = <A>(
  parts: ReadonlyArray<A>,
  name: string,
  idOf: (part: A) => string,
  labelOf: (part: A) => string
): A | undefined => parts.find((part) => same(idOf(part), name)) ?? parts.find((part) => same(labelOf(part), name))

const missing = (
  what: string,
  name: string,
  page: PageModel,
  ids: ReadonlyArray<string>,
  labels: ReadonlyArray<string> = []
): AnswerProblem => {
  const near = suggest(name, [...ids, ...labels])
  return new AnswerProblem({
    message: `${describePage(page)} has no ${what} "${name}"`,
    help: near === undefined ? `it has ${ids.length === 0 ? 'none' : ids.join(', ')}` : `did you mean "${near}"?`
  })
}

/** A field by claim type id or label. */
export const fieldNamed = (page: PageModel, name: string): FieldModel | AnswerProblem => {
  const fields = fieldsOf(page)
  return (
    pick(
      fields,
      name,
      ({ id }) => id,
      ({ label }) => label
    ) ??
    missing(
      'field',
      name,
      page,
      fields.map(({ id }) => id),
      fields.map(({ label }) => label)
    )
  )
}

/** A choice by the id of its claims exchange or its label. */
export const choiceNamed = (page: PageModel, name: string): string | AnswerProblem => {
  const choices = choicesOf(page)
  const found = pick(
    choices,
    name,
    ({ exchange }) => exchange,
    ({ label }) => label
  )
  return (
    found?.exchange ??
    missing(
      'choice',
      name,
      page,
      choices.map(({ exchange }) => exchange),
      choices.map(({ label }) => label)
    )
  )
}

/** A display control that has this action, or the one of this id. */
export const controlFor = (page: PageModel, action: string, id: string | undefined): ControlModel | AnswerProblem => {
  const controls = controlsOf(page)
  if (id !== undefined) {
    const named = controls.find((control) => same(control.id, id))
    if (named === undefined)
      return missing(
        'display control',
        id,
        page,
        controls.map((control) => control.id)
      )
    if (named.actions.some((other) => same(other, action))) return named
    return missing(`action of "${named.id}"`, action, page, named.actions)
  }
  const able = controls.filter(({ actions }) => actions.some((other) => same(other, action)))
  const [only] = able
  if (only === undefined)
    return missing(
      'action',
      action,
      page,
      controls.flatMap(({ actions }) => actions)
    )
  if (able.length === 1) return only
  return new AnswerProblem({
    message: `${describePage(page)} has several display controls with the action "${action}"`,
    help: `name one of them: ${able.map((control) => control.id).join(', ')}`
  })
}

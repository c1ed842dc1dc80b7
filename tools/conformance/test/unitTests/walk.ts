/** Walks a journey as a person does: every page is submitted as it is shown, the first one with what is entered. */
import { type Json, toJson } from '@trustframe/claims'
import {
  type Entered,
  type FieldModel,
  initialState,
  type JourneyContext,
  type JourneyError,
  type JourneyEvent,
  type SelfAssertedPage,
  step,
  type Transition
} from '@trustframe/core'
import type { JourneyPlan } from '@trustframe/plan'

/** 2022-03-16T09:05:00Z. */
const moment = { epochMillis: Date.UTC(2022, 2, 16, 9, 5), entropy: '5a'.repeat(32) }

/** What is known of the request that starts a journey. */
export const requestContext = (
  uiLocales: string | undefined,
  parameters: Readonly<Record<string, string>>
): JourneyContext => ({
  correlationId: '3f7f0e6e-7d5f-4d3c-9f43-2d9f3a7f5b11',
  language: uiLocales ?? 'en',
  parameters: uiLocales === undefined ? parameters : { ...parameters, ui_locales: uiLocales },
  hostName: 'login.contoso.example',
  ipAddress: '203.0.113.7'
})

/** What came of a journey. */
export type Outcome =
  | {
      readonly _tag: 'Completed'
      /** By claim type id; those without a value are left out. */
      readonly claims: Readonly<Record<string, Json>>
      readonly token: Readonly<Record<string, Json>>
      readonly pages: ReadonlyArray<SelfAssertedPage>
    }
  | { readonly _tag: 'Refused'; readonly page: SelfAssertedPage }
  | { readonly _tag: 'Failed'; readonly error: JourneyError }

/** The fields of a page. */
export const fieldsOf = ({ form }: SelfAssertedPage): ReadonlyArray<FieldModel> =>
  form.items.filter((item) => item._tag === 'Field')

/** Whether a person can change a field. */
export const isEditable = ({ inputType }: FieldModel): boolean => inputType !== 'Readonly' && inputType !== 'Paragraph'

/** What a browser sends for a field that nobody touches. */
const untouched = ({ inputType, options, value }: FieldModel): string | ReadonlyArray<string> | undefined => {
  const selected = options.filter((option) => option.selected).map((option) => option.value)
  switch (inputType) {
    case 'CheckboxMultiSelect':
      return selected
    case 'DropdownSingleSelect':
    case 'RadioSingleSelect':
      return selected[0]
    case 'DateTimeDropdown':
      // Three selections: year, month and day.
      return value?.slice(0, 10)
    default:
      return value ?? ''
  }
}

const fillIn = (page: SelfAssertedPage, entered: Entered): Entered => {
  const editable = fieldsOf(page).filter(isEditable)
  const missing = Object.keys(entered).filter((id) => !editable.some((field) => field.id === id))
  if (missing.length > 0) throw new Error(`the page has no fields ${missing.join(', ')}`)
  return Object.fromEntries(
    editable.flatMap((field) => {
      const value = entered[field.id] ?? untouched(field)
      return value === undefined ? [] : [[field.id, value]]
    })
  )
}

const claimsOf = (plan: JourneyPlan, { bag }: Transition['state']): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    plan.claims.slots.flatMap(({ id, slot }) => {
      const value = bag[slot]
      return value === undefined ? [] : [[id, toJson(value)]]
    })
  )

/** Runs a journey to its end, or to the first page that is not accepted. */
export const walk = (plan: JourneyPlan, context: JourneyContext, entered: Entered): Outcome => {
  const pages: Array<SelfAssertedPage> = []
  let event: JourneyEvent = { _tag: 'Started', moment, context, claims: new Map() }
  let state = initialState(plan)
  for (;;) {
    const transition = step(plan, state, event)
    const { demand } = transition
    state = transition.state
    switch (demand._tag) {
      case 'Complete':
        return { _tag: 'Completed', claims: claimsOf(plan, state), token: demand.token ?? {}, pages }
      case 'Fail':
        return { _tag: 'Failed', error: demand.error }
      case 'Page': {
        const { page } = demand
        if (page.kind !== 'SelfAsserted') throw new Error(`the journey shows a page of the kind "${page.kind}"`)
        if (page.message !== undefined) return { _tag: 'Refused', page }
        const values = fillIn(page, pages.length === 0 ? entered : {})
        pages.push(page)
        event = { _tag: 'Submitted', moment, values }
        break
      }
      default:
        throw new Error(`the journey asks for "${demand._tag}"`)
    }
  }
}

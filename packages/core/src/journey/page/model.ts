/** Draws up the models of pages from the plan and from where the journey stands. */
import { type ClaimValue, ConversionFailure, defaultSelection, formatValue, fromJson } from '@trustframe/claims'
import {
  type ClaimBinding,
  type ControlPlan,
  type FieldPlan,
  findOptions,
  type PageElement,
  type PageFieldPlan,
  type PagePlan,
  type PredicateGroupView,
  type ProfilePlan,
  type SelfAssertedPlan
} from '@trustframe/plan/plan'
import { takeInput } from '../bag.ts'
import type { ControlState, PageFrame } from '../JourneyState.ts'
import { pagePlan, type Running } from '../place.ts'
import type { Run } from '../Run.ts'
import { itemsOf } from './items.ts'
import type { ControlModel, FieldModel, FormModel, ItemModel, PageCommon, SelfAssertedPage } from './PageModel.ts'
import { localized, pageStrings, stringsOfControl } from './strings.ts'

/** What all pages have; `otherwise` is the page element where the content definition names none. */
export const commonOf = (
  run: Run,
  frame: PageFrame,
  otherwise: PageElement,
  profile: ProfilePlan | undefined
): PageCommon => {
  const page: PagePlan | undefined = pagePlan(run)
  const element = page?.element ?? otherwise
  return {
    step: run.order,
    origin: page?.origin ?? run.step?.origin ?? run.plan.origin,
    contentDefinition: page?.contentDefinition,
    element,
    dataUri: page?.dataUri,
    version: page?.version ?? [1, 0, 0],
    contract: page?.contract ?? false,
    loadUri: page?.loadUri?.evaluate(run.resolvers),
    language: run.language,
    strings: pageStrings(run, element, profile),
    message: frame.control === undefined ? frame.message : undefined
  }
}

/** The options of a field on the page, in the page's language. */
export const optionsOf = (run: Run, field: FieldPlan) =>
  findOptions(pagePlan(run), run.plan.localization, run.language, field.claim.id) ?? field.options

/** The values that fill a page before the person does, by slot. Source: self-asserted-technical-profile (Input claims). */
export const prefill = (run: Run, bindings: ReadonlyArray<ClaimBinding>): ReadonlyMap<number, ClaimValue> => {
  const values = new Map<number, ClaimValue>()
  for (const binding of bindings) {
    const value = takeInput(run.scope, binding, run.resolvers)
    if (value !== undefined) values.set(binding.claim.slot, value)
  }
  return values
}

const shown = (field: FieldPlan, value: ClaimValue | undefined, entered: string | undefined): string | undefined => {
  if (field.inputType === 'Password') return undefined
  if (entered !== undefined) return entered
  if (value === undefined) return undefined
  const text = formatValue(value)
  return field.mask === undefined ? text : field.mask(text)
}

interface FieldState {
  readonly value: ClaimValue | undefined
  readonly entered: string | undefined
  readonly error: string | undefined
  readonly verification: FieldModel['verification']
  readonly controlClaimType: string | undefined
}

/** The help text of a group; policies localize it under either element type. Source: claims-schema section 8.3. */
const groupText = (run: Run, { helpText, id, validation }: PredicateGroupView): string | undefined =>
  localized(run, 'PredicateValidation', validation, id) ?? localized(run, 'InputValidation', validation, id) ?? helpText

const fieldModel = (run: Run, field: FieldPlan, state: FieldState): FieldModel => {
  const { id } = field.claim
  const text = (stringId: string) => localized(run, 'ClaimType', id, stringId)
  const value = shown(field, state.value, state.entered)
  const options = optionsOf(run, field)
  const multiple = field.inputType === 'CheckboxMultiSelect'
  const values = value === undefined ? defaultSelection(options, multiple) : multiple ? value.split(',') : [value]
  // The values of a boolean are written in any case.
  const keyOf = (written: string) => (field.claim.dataType === 'boolean' ? written.toLowerCase() : written)
  const chosen = new Set(values.map(keyOf))
  return {
    _tag: 'Field',
    id,
    inputType: field.inputType,
    label: text('DisplayName') ?? field.displayName ?? id,
    help: text('UserHelpText') ?? field.userHelpText,
    required: field.required,
    pattern:
      field.pattern === undefined
        ? undefined
        : { ...field.pattern, helpText: text('PatternHelpText') ?? field.pattern.helpText },
    predicates: field.predicates.map((group) => ({
      ...group,
      helpText: groupText(run, group),
      lists: group.lists.map(({ needed, predicates }) => ({
        needed,
        predicates: predicates.map((predicate) => ({
          ...predicate,
          helpText: localized(run, 'Predicate', predicate.id, 'HelpText') ?? predicate.helpText
        }))
      }))
    })),
    options: options.map((option) => ({
      text: option.text,
      value: option.value,
      selected: chosen.has(keyOf(option.value))
    })),
    value,
    secret: field.secret,
    error: state.error,
    verification: state.verification,
    controlClaimType: state.controlClaimType
  }
}

const verificationOf = ({ field, verifyEmail }: PageFieldPlan, { emails }: PageFrame): FieldModel['verification'] => {
  if (!verifyEmail) return 'none'
  const email = emails[field.claim.id]
  return email === undefined ? 'needed' : email.verified ? 'verified' : 'codeSent'
}

/** The claims that a display control holds, by slot. */
export const controlClaims = (run: Run, state: ControlState | undefined): ReadonlyMap<number, ClaimValue> => {
  const values = new Map<number, ClaimValue>()
  for (const [id, json] of Object.entries(state?.claims ?? {})) {
    const claim = run.plan.claims.find(id)
    const value = claim === undefined ? undefined : fromJson(claim.dataType, json)
    if (claim !== undefined && value !== undefined && !(value instanceof ConversionFailure))
      values.set(claim.slot, value)
  }
  return values
}

const controlModel = (
  run: Run,
  frame: PageFrame,
  control: ControlPlan,
  pageValues: ReadonlyMap<number, ClaimValue>
): ControlModel => {
  const state = frame.controls[control.id.toLowerCase()]
  const own = controlClaims(run, state)
  const given = prefill(run, control.inputClaims)
  return {
    _tag: 'Control',
    id: control.id,
    type: control.type,
    state: state?.verified === true ? 'verified' : state?.sent === true ? 'codeSent' : 'initial',
    fields: control.fields.map(({ controlClaimType, field }) => {
      const { id, slot } = field.claim
      return fieldModel(run, field, {
        value: own.get(slot) ?? given.get(slot) ?? pageValues.get(slot),
        entered: frame.entered[id],
        error: frame.fieldMessages[id],
        verification: 'none',
        controlClaimType
      })
    }),
    actions: control.actions.map(({ id }) => id),
    strings: stringsOfControl(run, control.id),
    message: frame.control === control.id ? frame.message : undefined
  }
}

/** The form of a self-asserted profile. */
export const formModel = (
  run: Run,
  frame: PageFrame,
  { exchange, profile }: Running,
  call: SelfAssertedPlan
): FormModel => {
  const values = prefill(run, call.inputClaims)
  const items = itemsOf(run, call).map((item): ItemModel => {
    if (item._tag === 'Control') return controlModel(run, frame, item.control, values)
    const { id, slot } = item.field.claim
    return fieldModel(run, item.field, {
      value: values.get(slot),
      entered: frame.entered[id],
      error: frame.fieldMessages[id],
      verification: verificationOf(item, frame),
      controlClaimType: undefined
    })
  })
  const { inputVerificationDelayMillis, operatingMode, retryLimit } = call.settings
  return { technicalProfile: profile.id, exchange, items, operatingMode, inputVerificationDelayMillis, retryLimit }
}

/** The page of a self-asserted profile. */
export const selfAssertedPage = (
  run: Run,
  frame: PageFrame,
  running: Running,
  call: SelfAssertedPlan
): SelfAssertedPage => ({
  kind: 'SelfAsserted',
  ...commonOf(run, frame, 'selfasserted', running.profile),
  form: formModel(run, frame, running, call),
  canCancel: call.settings.showCancelButton,
  canContinue: call.settings.showContinueButton
})

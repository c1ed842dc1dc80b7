/** The grammar of `Preconditions` (policy-language.md section 4). */
import { child, element, group, required, text } from './ElementRule.ts'
import { anyText, boolean, oneOf } from './ValueType.ts'

/** `Preconditions`. */
export const preconditions = group(
  'Precondition',
  '+',
  element({ Type: required(oneOf('ClaimsExist', 'ClaimEquals')), ExecuteActionsIf: required(boolean) }, [
    child('Value', '+', text(anyText)),
    child('Action', '+', text(oneOf('SkipThisOrchestrationStep', 'SkipThisValidationTechnicalProfile')))
  ])
)

/** Reads claim types. */
import type { ClaimType, Pattern } from '../model/BuildingBlocks.ts'
import { childOf, type XmlElement } from '../syntax/XmlElement.ts'
import { readEnumeration } from './readBuildingBlocks.ts'
import { attribute, childText, content, list, node, requiredAttribute } from './texts.ts'

/** `ClaimType`. */
export const readClaimType = (element: XmlElement): ClaimType => {
  const mask = childOf(element, 'Mask')
  const restriction = childOf(element, 'Restriction')
  const pattern = restriction === undefined ? undefined : childOf(restriction, 'Pattern')
  return {
    ...node(element),
    id: requiredAttribute(element, 'Id'),
    displayName: childText(element, 'DisplayName'),
    dataType: childText(element, 'DataType'),
    defaultPartnerClaimTypes: list(element, 'DefaultPartnerClaimTypes', 'Protocol', (protocol) => ({
      protocol: requiredAttribute(protocol, 'Name'),
      partnerClaimType: requiredAttribute(protocol, 'PartnerClaimType')
    })),
    mask:
      mask === undefined
        ? undefined
        : { type: requiredAttribute(mask, 'Type'), regex: attribute(mask, 'Regex'), text: content(mask) },
    adminHelpText: childText(element, 'AdminHelpText'),
    userHelpText: childText(element, 'UserHelpText'),
    userInputType: childText(element, 'UserInputType'),
    enumerations: list(element, 'Restriction', 'Enumeration', readEnumeration),
    pattern: pattern === undefined ? undefined : readPattern(pattern),
    inputValidationReference: idOf(element, 'InputValidationReference'),
    predicateValidationReference: idOf(element, 'PredicateValidationReference')
  }
}

const readPattern = (element: XmlElement): Pattern => ({
  ...node(element),
  regularExpression: requiredAttribute(element, 'RegularExpression'),
  helpText: attribute(element, 'HelpText')
})

const idOf = (element: XmlElement, name: string) => {
  const found = childOf(element, name)
  return found === undefined ? undefined : requiredAttribute(found, 'Id')
}

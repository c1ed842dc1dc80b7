/** Reads the relying party section. */
import type { Endpoint, RelyingParty, UserJourneyBehaviors } from '../model/RelyingParty.ts'
import { childOf, type XmlElement } from '../syntax/XmlElement.ts'
import { readTechnicalProfile } from './readTechnicalProfile.ts'
import { attribute, childReference, childText, content, flag, list, node, requiredAttribute } from './texts.ts'

/** `RelyingParty`; `included` gives a technical profile after what it includes. */
export const readRelyingParty = (element: XmlElement, included: (profile: XmlElement) => XmlElement): RelyingParty => {
  const behaviors = childOf(element, 'UserJourneyBehaviors')
  const profile = childOf(element, 'TechnicalProfile')
  return {
    ...node(element),
    defaultUserJourney: childReference(element, 'DefaultUserJourney'),
    endpoints: list(element, 'Endpoints', 'Endpoint', readEndpoint),
    userJourneyBehaviors: behaviors === undefined ? undefined : readBehaviors(behaviors),
    technicalProfile: profile === undefined ? undefined : readTechnicalProfile(included(profile), undefined)
  }
}

const readEndpoint = (element: XmlElement): Endpoint => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  userJourneyReferenceId: requiredAttribute(element, 'UserJourneyReferenceId')
})

const readBehaviors = (element: XmlElement): UserJourneyBehaviors => {
  const singleSignOn = childOf(element, 'SingleSignOn')
  const onError = childOf(element, 'OnError')
  return {
    ...node(element),
    singleSignOn:
      singleSignOn === undefined
        ? undefined
        : {
            scope: requiredAttribute(singleSignOn, 'Scope'),
            keepAliveInDays: attribute(singleSignOn, 'KeepAliveInDays'),
            enforceIdTokenHintOnLogout: flag(singleSignOn, 'EnforceIdTokenHintOnLogout', false)
          },
    sessionExpiryType: childText(element, 'SessionExpiryType'),
    sessionExpiryInSeconds: childText(element, 'SessionExpiryInSeconds'),
    contentDefinitionParameters: list(element, 'ContentDefinitionParameters', 'Parameter', (parameter) => ({
      name: requiredAttribute(parameter, 'Name'),
      value: content(parameter)
    })),
    scriptExecution: childText(element, 'ScriptExecution'),
    onErrorMode: onError === undefined ? undefined : attribute(onError, 'Mode')
  }
}

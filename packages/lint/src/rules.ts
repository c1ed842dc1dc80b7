/** The rules, in the order of their codes. */
import type { Rule } from './Rule.ts'
import { claimDataType } from './rules/claim-data-type.ts'
import { claimInputAdvice } from './rules/claim-input-advice.ts'
import { claimInputs } from './rules/claim-inputs.ts'
import { claimResolving } from './rules/claim-resolving.ts'
import { debugSwitches } from './rules/debug-switches.ts'
import { defaultOptions } from './rules/default-options.ts'
import { defaultValues } from './rules/default-values.ts'
import { developmentMode } from './rules/development-mode.ts'
import { directoryKeyName } from './rules/directory-key-name.ts'
import { directoryKey } from './rules/directory-key.ts'
import { directoryWrite } from './rules/directory-write.ts'
import { displayControlActions } from './rules/display-control-actions.ts'
import { displayControlLayout } from './rules/display-control-layout.ts'
import { endlessSessions } from './rules/endless-sessions.ts'
import { extensionAttributes } from './rules/extension-attributes.ts'
import { framingSources } from './rules/framing-sources.ts'
import { inputWritten } from './rules/input-written.ts'
import { insecureInProduction } from './rules/insecure-in-production.ts'
import { issuerKind } from './rules/issuer-kind.ts'
import { javascriptOn } from './rules/javascript-on.ts'
import { journeyList } from './rules/journey-list.ts'
import { keepMeSignedIn } from './rules/keep-me-signed-in.ts'
import { keyNames } from './rules/key-names.ts'
import { knownClaimTypes } from './rules/known-claim-types.ts'
import { knownClaimsTransformations } from './rules/known-claims-transformations.ts'
import { knownClientDefinitions } from './rules/known-client-definitions.ts'
import { knownContentDefinitions } from './rules/known-content-definitions.ts'
import { knownDisplayControls } from './rules/known-display-controls.ts'
import { knownEndpoints } from './rules/known-endpoints.ts'
import { knownHandlers } from './rules/known-handlers.ts'
import { knownKeys } from './rules/known-keys.ts'
import { knownLocalizedElements } from './rules/known-localized-elements.ts'
import { knownLocalizedResources } from './rules/known-localized-resources.ts'
import { knownMetadata } from './rules/known-metadata.ts'
import { knownPolicyKeys } from './rules/known-policy-keys.ts'
import { knownPredicateValidations } from './rules/known-predicate-validations.ts'
import { knownPredicates } from './rules/known-predicates.ts'
import { knownResolvers } from './rules/known-resolvers.ts'
import { knownSubJourneys } from './rules/known-sub-journeys.ts'
import { knownTechnicalProfiles } from './rules/known-technical-profiles.ts'
import { knownUserJourneys } from './rules/known-user-journeys.ts'
import { localizedStrings } from './rules/localized-strings.ts'
import { messagesShowUrls } from './rules/messages-show-urls.ts'
import { metadataBooleans } from './rules/metadata-booleans.ts'
import { metadataCase } from './rules/metadata-case.ts'
import { metadataChoices } from './rules/metadata-choices.ts'
import { metadataClaims } from './rules/metadata-claims.ts'
import { metadataNumbers } from './rules/metadata-numbers.ts'
import { metadataUrls } from './rules/metadata-urls.ts'
import { nestedSubJourney } from './rules/nested-sub-journey.ts'
import { neverRead } from './rules/never-read.ts'
import { neverRuns } from './rules/never-runs.ts'
import { noAuthentication } from './rules/no-authentication.ts'
import { optionValues } from './rules/option-values.ts'
import { pageClaims } from './rules/page-claims.ts'
import { pageLayouts } from './rules/page-layouts.ts'
import { pageLinks } from './rules/page-links.ts'
import { pageOutputFilled } from './rules/page-output-filled.ts'
import { pageSettings } from './rules/page-settings.ts'
import { partnerClaims } from './rules/partner-claims.ts'
import { persistedWritten } from './rules/persisted-written.ts'
import { plainHttp } from './rules/plain-http.ts'
import { policyNames } from './rules/policy-names.ts'
import { policyProfile } from './rules/policy-profile.ts'
import { preconditionActions } from './rules/precondition-actions.ts'
import { preconditionBooleans } from './rules/precondition-booleans.ts'
import { preconditionWritten } from './rules/precondition-written.ts'
import { profileProtocol } from './rules/profile-protocol.ts'
import { referenceCase } from './rules/reference-case.ts'
import { requiredClaims } from './rules/required-claims.ts'
import { requiredInputWritten } from './rules/required-input-written.ts'
import { requiredKeys } from './rules/required-keys.ts'
import { requiredMetadata } from './rules/required-metadata.ts'
import { resolverDefault } from './rules/resolver-default.ts'
import { restfulMessages } from './rules/restful-messages.ts'
import { sampleValues } from './rules/sample-values.ts'
import { secretsInPolicy } from './rules/secrets-in-policy.ts'
import { secretsInTokens } from './rules/secrets-in-tokens.ts'
import { secretsInUrls } from './rules/secrets-in-urls.ts'
import { selectionChoice } from './rules/selection-choice.ts'
import { selectionPage } from './rules/selection-page.ts'
import { selectionTargets } from './rules/selection-targets.ts'
import { sessionProvider } from './rules/session-provider.ts'
import { sessionValues } from './rules/session-values.ts'
import { sharedDefault } from './rules/shared-default.ts'
import { sharedKeys } from './rules/shared-keys.ts'
import { signaturesOff } from './rules/signatures-off.ts'
import { stepAfterSelection } from './rules/step-after-selection.ts'
import { subJourneyEnd } from './rules/sub-journey-end.ts'
import { subjectNaming } from './rules/subject-naming.ts'
import { supportedLanguages } from './rules/supported-languages.ts'
import { tokenClaimWritten } from './rules/token-claim-written.ts'
import { tokenNames } from './rules/token-names.ts'
import { tokenProtocol } from './rules/token-protocol.ts'
import { transformationWritten } from './rules/transformation-written.ts'
import { unreplacedPlaceholders } from './rules/unreplaced-placeholders.ts'
import { unselectedExchange } from './rules/unselected-exchange.ts'
import { unusedClaims } from './rules/unused-claims.ts'
import { unusedMaskRegex } from './rules/unused-mask-regex.ts'
import { unusedMetadata } from './rules/unused-metadata.ts'
import { unverifiedEmail } from './rules/unverified-email.ts'
import { validationKinds } from './rules/validation-kinds.ts'
import { weakAlgorithms } from './rules/weak-algorithms.ts'

/** Every rule. */
export const rules: ReadonlyArray<Rule> = [
  // What the compiler finds in what runs, found in everything.
  requiredMetadata,
  metadataChoices,
  metadataBooleans,
  unreplacedPlaceholders,
  requiredKeys,
  metadataUrls,
  knownClaimTypes,
  knownTechnicalProfiles,
  knownClaimsTransformations,
  defaultValues,
  knownUserJourneys,
  knownResolvers,
  metadataNumbers,
  knownLocalizedResources,
  knownContentDefinitions,
  claimInputs,
  knownPredicateValidations,
  claimInputAdvice,
  knownDisplayControls,
  sessionProvider,
  directoryKey,
  selectionTargets,
  knownSubJourneys,

  // References.
  knownPredicates,
  knownClientDefinitions,
  knownLocalizedElements,
  metadataClaims,
  knownPolicyKeys,
  referenceCase,

  // Technical profiles: handlers, metadata, keys and claims.
  knownHandlers,
  profileProtocol,
  knownMetadata,
  metadataCase,
  unusedMetadata,
  knownKeys,
  unusedClaims,
  requiredClaims,
  partnerClaims,
  directoryKeyName,
  directoryWrite,
  extensionAttributes,
  claimResolving,
  resolverDefault,
  sharedDefault,
  keyNames,
  validationKinds,
  sampleValues,
  pageClaims,

  // Orchestration.
  selectionChoice,
  stepAfterSelection,
  selectionPage,
  unselectedExchange,
  pageLinks,
  issuerKind,
  subJourneyEnd,
  nestedSubJourney,
  journeyList,
  preconditionActions,
  preconditionBooleans,
  neverRuns,

  // What claims a journey reads and writes.
  requiredInputWritten,
  inputWritten,
  preconditionWritten,
  transformationWritten,
  tokenClaimWritten,
  persistedWritten,
  neverRead,
  pageOutputFilled,

  // The claims schema.
  claimDataType,
  defaultOptions,
  optionValues,
  unusedMaskRegex,

  // Messages and pages.
  restfulMessages,
  messagesShowUrls,
  localizedStrings,
  supportedLanguages,
  pageLayouts,
  pageSettings,
  displayControlActions,
  displayControlLayout,
  keepMeSignedIn,

  // Security.
  noAuthentication,
  insecureInProduction,
  developmentMode,
  debugSwitches,
  plainHttp,
  weakAlgorithms,
  sharedKeys,
  secretsInPolicy,
  javascriptOn,
  unverifiedEmail,
  framingSources,
  signaturesOff,
  endlessSessions,
  secretsInUrls,
  secretsInTokens,

  // Relying parties.
  subjectNaming,
  sessionValues,
  policyProfile,
  knownEndpoints,
  policyNames,
  tokenProtocol,
  tokenNames
]

/** The contract of technical profiles that read and write accounts in the directory. */
import { accountMessages, assertionMessages, claimResolving, enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, gives, item, oneOf, text, unusedKey } from './rows.ts'

/** `Web.TPEngine.Providers.AzureActiveDirectoryProvider`: reads and writes accounts. */
export const azureActiveDirectory = {
  name: 'AzureActiveDirectoryProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.AzureActiveDirectoryProvider',
  kind: 'directory',
  runs: true,
  summary: 'Reads, writes and deletes accounts and their attributes; exactly one input claim finds the account.',
  source: 'active-directory-technical-profile',
  claims: {
    inputClaims: 'required',
    outputClaims: 'optional',
    persistedClaims: 'optional',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [unusedKey('issuer_secret', 'Seen in many policies, and not used.')],
  metadata: [
    item(
      'Operation',
      oneOf('Read', 'Write', 'DeleteClaims', 'DeleteClaimsPrincipal'),
      'documented',
      'What happens to the account.',
      {
        required: true
      }
    ),
    item(
      'RaiseErrorIfClaimsPrincipalDoesNotExist',
      boolean,
      'documented',
      'Whether it is an error when there is no such account.',
      {
        default: 'false'
      }
    ),
    item(
      'RaiseErrorIfClaimsPrincipalAlreadyExists',
      boolean,
      'documented',
      'Whether it is an error when the account is there already.',
      {
        default: 'false'
      }
    ),
    item('ApplicationObjectId', text, 'documented', 'The object id of the extensions app; custom attributes need it.'),
    item('ClientId', text, 'documented', 'The client id of the extensions app; custom attributes need it.'),
    item('api-version', text, 'sample', 'Seen in older policies; no effect.', { unused: true }),
    claimResolving,
    ...accountMessages,
    ...assertionMessages,
    ...enabling
  ],
  partnerClaims: [
    gives('newClaimsPrincipalCreated', 'Whether the account was created.', { key: 'Operation', values: ['Write'] })
  ]
} as const satisfies HandlerContract

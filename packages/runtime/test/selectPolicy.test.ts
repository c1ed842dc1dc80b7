import { parsePolicy } from '@trustframe/policy'
import { describe, expect, it } from 'vitest'
import { selectPolicy } from '@trustframe/runtime'

const file = (policyId: string, base?: string, relyingParty = false) =>
  parsePolicy({
    path: `${policyId}.xml`,
    text: `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0" TenantId="t.onmicrosoft.com" PolicyId="${policyId}" PublicPolicyUri="http://t/p">${
      base === undefined
        ? ''
        : `<BasePolicy><TenantId>t.onmicrosoft.com</TenantId><PolicyId>${base}</PolicyId></BasePolicy>`
    }${relyingParty ? '<RelyingParty><DefaultUserJourney ReferenceId="J" /></RelyingParty>' : ''}</TrustFrameworkPolicy>`
  })

const base = file('B2C_1A_Base')
const extensions = file('B2C_1A_Ext', 'b2c_1a_base')
const signIn = file('B2C_1A_SignIn', 'B2C_1A_Ext', true)
const edit = file('B2C_1A_Edit', 'B2C_1A_Ext', true)

describe('the policy that is meant', () => {
  it.each([
    ['the one named, ignoring case', [base, signIn, edit], 'b2c_1a_EDIT', 'B2C_1A_Edit'],
    ['the only one with a relying party', [base, extensions, signIn], undefined, 'B2C_1A_SignIn'],
    ['the only one that nobody derives from', [base, extensions], undefined, 'B2C_1A_Ext']
  ])('is %s', (_, files, named, policyId) => {
    expect(selectPolicy(files, named)).toEqual({ _tag: 'Selected', policyId })
  })

  it.each([
    [
      'several could be',
      [signIn, edit],
      undefined,
      'there are 2 policies to choose from: "B2C_1A_SignIn", "B2C_1A_Edit"',
      'name one with --policy'
    ],
    [
      'the name is misspelt',
      [signIn, edit],
      'B2C_1A_Singin',
      'there is no policy "B2C_1A_Singin"',
      'did you mean "B2C_1A_SignIn"?'
    ],
    ['there is none', [], undefined, 'no policy was found', 'name a file or a folder with TrustFrameworkPolicy files']
  ])('is asked for when %s', (_, files, named, message, help) => {
    expect(selectPolicy(files, named)).toEqual({ _tag: 'Undecided', message, help })
  })
})

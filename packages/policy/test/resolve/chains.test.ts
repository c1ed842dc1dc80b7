import { describe, expect, it } from 'vitest'
import { formatDiagnostic, parsePolicy, type PolicyFile, resolvePolicies } from '../../src/index.ts'
import { marked } from '../support/marked.ts'
import { chainFiles, policyXml, profile } from '../support/policies.ts'

const file = (path: string, id: string, base = '', content = ''): PolicyFile =>
  parsePolicy({ path, text: policyXml(content, { id, base }) })

const paths = (files: ReadonlyArray<PolicyFile>) => files.map(({ path }) => path)

describe('a chain', () => {
  it('goes from the root base to the policy, whatever the order of the files', () => {
    const files = chainFiles('', '', '')
    const { effective } = resolvePolicies(files.toReversed())
    expect(paths(effective('B2C_1A_2').chain)).toEqual(['0.xml', '1.xml', '2.xml'])
    expect(paths(effective('B2C_1A_1').chain)).toEqual(['0.xml', '1.xml'])
  })

  it('is found by id, ignoring case, and by file', () => {
    const files = chainFiles('', '')
    const { effective } = resolvePolicies(files)
    expect(effective('b2c_1a_1').policy?.policyId.value).toBe('B2C_1A_1')
    expect(files.map((one) => effective(one).policy?.policyId.value)).toEqual(['B2C_1A_0', 'B2C_1A_1'])
  })

  it('of an id that no file has is empty', () => {
    expect(resolvePolicies([]).effective('B2C_1A_x')).toEqual({ policy: undefined, chain: [], diagnostics: [] })
  })

  it.each([
    [10, []],
    [11, ['TF1303']]
  ])('of %d files (oracle 83)', (length, codes) => {
    const files = chainFiles(...Array.from({ length }, () => ''))
    const { policy, diagnostics } = resolvePolicies(files).effective(`B2C_1A_${length - 1}`)
    expect(diagnostics.map(({ code }) => code)).toEqual(codes)
    expect(policy === undefined).toBe(codes.length > 0)
  })

  it('of a million files is not followed to its end', () => {
    const files = Array.from({ length: 50 }, (_, i) => file(`${i}.xml`, `B2C_1A_${i}`, `B2C_1A_${i + 1}`))
    expect(resolvePolicies(files).effective('B2C_1A_0').chain).toHaveLength(11)
  })
})

describe('what is wrong with a chain', () => {
  it('a base that is missing', () => {
    const files = [file('a.xml', 'B2C_1A_Base'), file('b.xml', 'B2C_1A_Ext', 'B2C_1A_Bose')]
    const { policy, chain, diagnostics } = resolvePolicies(files).effective('B2C_1A_Ext')
    expect(policy).toBeUndefined()
    expect(paths(chain)).toEqual(['b.xml'])
    expect(diagnostics).toMatchObject([
      {
        code: 'TF1301',
        message: 'the base policy "B2C_1A_Bose" of "B2C_1A_Ext" is not among the given files',
        help: 'did you mean "B2C_1A_Base"?'
      }
    ])
  })

  it('a circle', () => {
    const files = ['a', 'b', 'c'].map((id, i, ids) => file(`${id}.xml`, `B2C_1A_${id}`, `B2C_1A_${ids[(i + 1) % 3]}`))
    expect(resolvePolicies(files).effective('B2C_1A_a').diagnostics).toMatchObject([
      {
        code: 'TF1302',
        message: 'policies inherit from each other in a circle: "B2C_1A_a" → "B2C_1A_b" → "B2C_1A_c" → "B2C_1A_a"'
      }
    ])
  })

  it('a base that is not well-formed', () => {
    const files = [
      parsePolicy({ path: 'a.xml', text: policyXml('<BuildingBlocks>') }),
      file('b.xml', 'B2C_1A_b', 'B2C_1A_Base')
    ]
    const { policy, diagnostics } = resolvePolicies(files).effective('B2C_1A_b')
    expect(policy).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'TF1306', message: '"B2C_1A_b" cannot be resolved, because "a.xml" could not be read' }
    ])
  })

  it('a policy that is not well-formed itself has no further diagnostic', () => {
    const broken = parsePolicy({ path: 'a.xml', text: policyXml('<BuildingBlocks>') })
    expect(resolvePolicies([broken]).effective(broken)).toMatchObject({ policy: undefined, diagnostics: [] })
    expect(broken.policyId?.value).toBe('B2C_1A_Base')
  })

  it('a policy with errors of structure is resolved as far as it goes', () => {
    const [only] = chainFiles('<Foo/><BuildingBlocks><ClaimsSchema><ClaimType Id="c"/></ClaimsSchema></BuildingBlocks>')
    expect(resolvePolicies(only === undefined ? [] : [only]).effective('B2C_1A_0').policy?.claimTypes.size).toBe(1)
  })
})

describe('of several files with one policy id', () => {
  it('the nearest in the tree of folders is meant', () => {
    const files = [
      file('a/Base.xml', 'B2C_1A_Base'),
      file('b/Base.xml', 'B2C_1A_Base'),
      file('b/c/Base.xml', 'B2C_1A_Base'),
      file('b/Ext.xml', 'B2C_1A_Ext', 'B2C_1A_Base'),
      file('b/c/d/Ext.xml', 'B2C_1A_Ext', 'B2C_1A_Base')
    ]
    const { effective, diagnostics } = resolvePolicies(files)
    expect(diagnostics).toEqual([])
    expect(files.slice(3).map((one) => paths(effective(one).chain))).toEqual([
      ['b/Base.xml', 'b/Ext.xml'],
      ['b/c/Base.xml', 'b/c/d/Ext.xml']
    ])
  })

  it('two equally near are told, and the first is taken', () => {
    const files = [
      file('a/Base.xml', 'B2C_1A_Base'),
      file('b/Base.xml', 'B2C_1A_Base'),
      file('Ext.xml', 'B2C_1A_Ext', 'B2C_1A_Base')
    ]
    const { chain, diagnostics } = resolvePolicies(files).effective('B2C_1A_Ext')
    expect(paths(chain)).toEqual(['a/Base.xml', 'Ext.xml'])
    expect(diagnostics.map(marked)).toEqual([['TF1314', 'B2C_1A_Base']])
  })

  it('two in one folder are told once, for the set', () => {
    const files = [file('a.xml', 'B2C_1A_Base'), file('b.xml', 'B2C_1A_BASE'), file('c.xml', 'B2C_1A_c', 'B2C_1A_Base')]
    const { effective, diagnostics } = resolvePolicies(files)
    expect(diagnostics.map((found) => formatDiagnostic(found).split('\n')[0])).toEqual([
      'error[TF1304]: another file has the policy id "B2C_1A_Base" too'
    ])
    expect(effective('B2C_1A_c').diagnostics).toEqual([])
  })
})

describe('after a change in one file', () => {
  const content = profile('<DisplayName>a</DisplayName>')
  const files = chainFiles(content, content, content)
  const before = resolvePolicies(files).effective('B2C_1A_2')
  const beforeMiddle = resolvePolicies(files).effective('B2C_1A_1')

  it('what does not depend on it is the same object', () => {
    const [base, middle] = files
    if (base === undefined || middle === undefined) throw new Error('too short')
    const changed = parsePolicy({ path: '2.xml', text: policyXml('', { id: 'B2C_1A_2', base: 'B2C_1A_1' }) })
    const { effective } = resolvePolicies([base, middle, changed])
    expect(effective('B2C_1A_1').policy).toBe(beforeMiddle.policy)
    expect(effective('B2C_1A_2').policy).not.toBe(before.policy)
  })

  it('nothing is worked out anew for the same files', () => {
    expect(resolvePolicies([...files]).effective('B2C_1A_2').policy).toBe(before.policy)
  })
})

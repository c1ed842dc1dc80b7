/** `conformance corpus`: what it makes of a folder of policies, with and without an index, and of the corpus. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CorpusReport, corpusReport } from '../src/corpus.ts'
import { corpus, hasCorpus } from './support/corpus.ts'

const policy = (id: string, base: string | undefined, content: string) => `<TrustFrameworkPolicy
  xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="${id}" PublicPolicyUri="http://contoso.onmicrosoft.com/${id}">
  ${base === undefined ? '' : `<BasePolicy><TenantId>contoso.onmicrosoft.com</TenantId><PolicyId>${base}</PolicyId></BasePolicy>`}
  ${content}
</TrustFrameworkPolicy>`

const startsWith = (journey: string, claim: string) => `<RelyingParty>
  <DefaultUserJourney ReferenceId="${journey}"/>
  <TechnicalProfile Id="PolicyProfile"><DisplayName>Profile</DisplayName><Protocol Name="OpenIdConnect"/>
    <OutputClaims><OutputClaim ClaimTypeReferenceId="${claim}"/></OutputClaims><SubjectNamingInfo ClaimType="sub"/>
  </TechnicalProfile></RelyingParty>`

const claimTypes = `<BuildingBlocks><ClaimsSchema><ClaimType Id="sub"><DataType>string</DataType></ClaimType></ClaimsSchema></BuildingBlocks>`

const texts = {
  'Base.xml': policy('B2C_1A_Base', undefined, claimTypes),
  'Broken.xml': '<TrustFrameworkPolicy PolicyId="B2C_1A_Broken">',
  'Leaf.xml': policy('B2C_1A_Leaf', 'b2c_1a_base', startsWith('SignIn', 'email')),
  'Orphan.xml': policy('B2C_1A_Orphan', 'B2C_1A_Elsewhere', startsWith('SignIn', 'sub'))
}

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((left, right) => left + right, 0)

const leaf = {
  relyingParty: 'Leaf.xml',
  resolved: false,
  unresolved: { claimType: ['email'], userJourney: ['SignIn'] }
}

describe('conformance corpus', () => {
  it('finds the chains of a folder without an index', () => {
    const { chains, files, totals } = corpusReport(folder)
    expect(chains).toStrictEqual([
      leaf,
      { relyingParty: 'Orphan.xml', resolved: false, unresolved: { basePolicy: ['B2C_1A_Elsewhere'] } }
    ])
    expect(files.map(({ path, read }) => [path, read])).toStrictEqual([
      ['Base.xml', true],
      ['Broken.xml', false],
      ['Leaf.xml', true],
      ['Orphan.xml', true]
    ])
    expect(totals).toMatchObject({ files: 4, read: 3, chains: 2, resolved: 0 })
  })

  it('counts each diagnostic once, by file and by code', () => {
    const { diagnostics, files, totals } = corpusReport(folder)
    expect(sum(files.map(({ errors }) => errors))).toBe(totals.errors)
    expect(sum(files.map(({ warnings }) => warnings))).toBe(totals.warnings)
    expect(sum(Object.values(diagnostics))).toBeGreaterThanOrEqual(totals.errors + totals.warnings)
    expect(files.find(({ path }) => path === 'Broken.xml')?.errors).toBeGreaterThan(0)
  })

  it('reads every encoding of XML', () => {
    writeFileSync(join(folder, 'Wide.xml'), Buffer.from(`\uFEFF${policy('B2C_1A_Wide', 'B2C_1A_Base', '')}`, 'utf16le'))
    expect(corpusReport(folder).files.find(({ path }) => path === 'Wide.xml')).toMatchObject({ read: true, errors: 0 })
    rmSync(join(folder, 'Wide.xml'))
  })

  it('takes the chains from an index', () => {
    const index = { files: [], chains: [{ relyingParty: 'Leaf.xml', files: ['Leaf.xml', 'Base.xml'] }] }
    writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
    expect(corpusReport(folder).chains).toStrictEqual([leaf])
    rmSync(join(folder, 'index.json'))
  })
})

interface IndexedChain {
  readonly relyingParty: string
  readonly files: ReadonlyArray<string> | null
  readonly unresolved?: Readonly<Record<string, ReadonlyArray<string>>>
}

const sorted = (unresolved: Readonly<Record<string, ReadonlyArray<string>>>) =>
  Object.fromEntries(
    Object.entries(unresolved).map(([kind, ids]) => [kind, ids.map((id) => id.toLowerCase()).toSorted()])
  )

describe('the corpus', () => {
  let report: CorpusReport

  beforeAll(() => {
    if (hasCorpus) report = corpusReport(corpus)
  }, 60_000)

  it.skipIf(!hasCorpus && process.env['CI'] !== 'true')('is read to the last file', () => {
    expect(report.totals.files).toBeGreaterThan(300)
    expect(report.files.filter(({ read }) => !read)).toStrictEqual([])
  })

  it.skipIf(!hasCorpus && process.env['CI'] !== 'true')('finds what its index says that is unresolved', () => {
    const { chains }: { readonly chains: ReadonlyArray<IndexedChain> } = JSON.parse(
      readFileSync(join(corpus, 'index.json'), 'utf8')
    )
    const found = new Map(report.chains.map(({ relyingParty, unresolved }) => [relyingParty, sorted(unresolved)]))
    const whole = chains.filter(({ files }) => files !== null)
    expect(whole.length).toBeGreaterThan(200)
    expect(Object.fromEntries(whole.map(({ relyingParty }) => [relyingParty, found.get(relyingParty)]))).toStrictEqual(
      Object.fromEntries(whole.map(({ relyingParty, unresolved }) => [relyingParty, sorted(unresolved ?? {})]))
    )
  })
})

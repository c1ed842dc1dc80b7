/** A person at the terminal, who answers prompts. */
import { type JourneyEnd, showBag } from '@trustframe/core'
import { compileJourney } from '@trustframe/plan'
import { Scenario } from '@trustframe/testing'
import { describe, expect, it } from 'vitest'
import { accepts, picks, quits, ticks, types, typesTheCode } from '../../support/terminal.ts'
import { type AskedRun, askedRun, example } from './askedRun.ts'
import { policyWith } from '../pagesPolicy.ts'

/** What was shown, without what chance made. */
const transcript = ({ shown }: AskedRun): string =>
  `${shown.join('\n')}\n`.replaceAll(/\b\d{6}\b/g, 'CODE').replaceAll(/(nonce|state)=[^&\s]+/g, '$1=…')

const verifiesJoan = [types('joan@contoso.com'), picks('Verify code'), typesTheCode]
const names = [types('Joan Clarke'), types('Joan'), types('Clarke')]
const passwords = [types('Bletchley-1940'), types('Bletchley-1940')]
const ada = [picks('Sign in'), types('ada@contoso.com'), types('Analytical-1843')]
const phone = [picks('Verify Code'), typesTheCode]

describe('a person at the terminal', () => {
  it('signs up: proves an address and a phone by codes that are shown, and fills the page in', async () => {
    const run = await askedRun(
      example,
      picks('Sign up now'),
      ...verifiesJoan,
      ...names,
      ...passwords,
      picks('Continue'),
      types('+12065550103'),
      ...phone
    )
    await expect(transcript(run)).toMatchFileSnapshot('golden/sign-up.txt')
    expect(run.end).toMatchObject({ _tag: 'Completed', token: { name: 'Joan Clarke', email: 'joan@contoso.com' } })
    expect(run.left).toBe(0)
  })

  it('reads that the password is wrong, and finds the address where it was', async () => {
    const run = await askedRun(
      example,
      picks('Sign in'),
      types('ada@contoso.com'),
      types('Difference-1843'),
      picks('Sign in'),
      accepts,
      types('Analytical-1843'),
      ...phone
    )
    await expect(transcript(run)).toMatchFileSnapshot('golden/wrong-password.txt')
    expect(run.end).toMatchObject({ _tag: 'Completed', token: { name: 'Ada Lovelace' } })
  })

  it('follows the link for a forgotten password, mistypes the code, and has another one sent', async () => {
    const run = await askedRun(
      example,
      picks('Forgot your password?'),
      types('ada@contoso.com'),
      picks('Verify code'),
      types('12'),
      picks('Send new code'),
      accepts,
      picks('Verify code'),
      typesTheCode,
      picks('Continue'),
      types('Difference-1843'),
      types('Difference-1843'),
      picks('Continue'),
      picks('Send another code'),
      ...phone
    )
    await expect(transcript(run)).toMatchFileSnapshot('golden/reset-password.txt')
    expect(run.end).toMatchObject({ _tag: 'Completed' })
    expect(run.left).toBe(0)
  })

  it('has an account already: changes the address, or gives up with the cancel button', async () => {
    const refused = [
      picks('Sign up now'),
      types('ada@contoso.com'),
      picks('Verify code'),
      typesTheCode,
      ...names,
      ...passwords,
      picks('Continue')
    ]
    const changed = await askedRun(
      example,
      ...refused,
      picks('Change e-mail'),
      ...verifiesJoan,
      accepts,
      accepts,
      accepts,
      ...passwords,
      picks('Continue'),
      types('+12065550103'),
      ...phone
    )
    expect(changed.shown).toContain('      You have an account already. Go back and sign in.')
    expect(changed.end).toMatchObject({ _tag: 'Completed', token: { name: 'Joan Clarke', email: 'joan@contoso.com' } })

    const cancelled = await askedRun(
      example,
      ...refused,
      picks('Fill in again'),
      accepts,
      accepts,
      accepts,
      ...passwords,
      picks('Cancel')
    )
    expect(cancelled.end).toMatchObject({ _tag: 'Failed', error: { code: 'AADB2C90091' } })
  })

  it.each([
    ['claims', '{ "sub": "grace-42", "name": "Grace" }', 'Completed'],
    ['an address with an error', 'https://localhost/authresp?error=access_denied', 'Failed']
  ])('comes back from an identity provider with %s', async (_, typed, tag) => {
    const run = await askedRun(example, picks('Fabrikam'), types('Grace', typed), ...phone)
    expect(transcript(run)).toContain('the browser goes to https://id.dev.fabrikam.example/')
    expect(run.frames.join('\n')).toContain('Write claims such as { "sub": "42", "name": "Ada" }')
    expect(run.end?._tag).toBe(tag)
  })

  it('stops with Ctrl+C', async () => {
    const run = await askedRun(example, ...ada, quits)
    expect(run.gaveUp).toBe('stopped: the person at the terminal gave up')
  })
})

describe('what is typed is checked as the page would', () => {
  it.each([
    ['nothing', '', 'This information is required.'],
    ['a short password', 'short', 'The password has ten to 64 characters.'],
    ['a password without digits', 'Bletchley-Park', 'The password has all of these']
  ])('%s', async (_, typed, reads) => {
    const run = await askedRun(example, picks('Sign up now'), ...verifiesJoan, ...names, types(typed, 'Bletchley-1940'))
    expect(run.frames.join('\n')).toContain(reads)
    expect(run.shown.at(-1)).toContain('New password')
  })

  it('an address without an @', async () => {
    const run = await askedRun(example, picks('Sign up now'), types('joan', 'joan@contoso.com'))
    expect(run.frames.join('\n')).toContain('Incorrect pattern for: E-mail address')
    expect(run.shown.at(-1)).toContain('✉ email to joan@contoso.com')
  })
})

const situation = (...pages: ReadonlyArray<string>) => ({ policies: { 'Fields.xml': policyWith(...pages) } })

/** The claims at the end. */
const claimsOf = (end: JourneyEnd | undefined, ...pages: ReadonlyArray<string>) => {
  const { plan } = compileJourney(new Scenario(situation(...pages)).policy)
  return plan === undefined || end === undefined ? undefined : showBag(plan, end.state.bag)
}

describe('a page', () => {
  it('asks for every kind of field in its way, and shows what nobody can change', async () => {
    const run = await askedRun(
      situation('Fields'),
      types('abc-1', 'ABC-1x'),
      types('1815-13-10', '1815-12-10'),
      accepts,
      picks('none'),
      ticks('Monthly'),
      picks('Continue')
    )
    await expect(transcript(run)).toMatchFileSnapshot('golden/fields.txt')
    expect(run.frames.join('\n')).toContain('A plate is written as ABC-12d.')
    expect(run.frames.join('\n')).toContain('Day of birth has invalid input.')
    expect(claimsOf(run.end, 'Fields')).toMatchObject({ plate: 'ABC-1x', born: '1815-12-10', colour: 'g', news: 'm' })
  })

  it('verifies an address with its built-in codes', async () => {
    const run = await askedRun(
      situation('Email'),
      types('ada@contoso.com'),
      picks('Verify code'),
      types('12'),
      picks('Verify code'),
      typesTheCode,
      picks('Continue')
    )
    await expect(transcript(run)).toMatchFileSnapshot('golden/verified-email.txt')
    expect(claimsOf(run.end, 'Email')).toEqual({ email: 'ada@contoso.com' })
  })

  it('draws the QR code of an authenticator app', async () => {
    const run = await askedRun(situation('Begin', 'App'), picks('Continue'))
    await expect(transcript(run)).toMatchFileSnapshot('golden/qr-code.txt')
    expect(run.end?._tag).toBe('Completed')
  })

  it('calls a phone, which asks for no code', async () => {
    const run = await askedRun(situation('Begin', 'Phone', 'Email'), picks('Call Me'), quits)
    expect(run.shown).toContain('      XXX-XXX-0101')
    expect(run.frames.join('\n')).toContain('E-mail')
    expect(run.left).toBe(0)
  })
})

/** `trustframe faults` as its users run it. */
import { describe, expect, it } from 'vitest'
import { Folder, runCli } from '../support/cli.ts'
import { policies } from './policy.ts'

const total = /^2 technical profiles, 36 faults: 16 leak something to the user, 11 have no message of the policy$/m

describe('trustframe faults', { timeout: 60_000 }, () => {
  it.each([
    ['reports, and exits with 0', [], 0, total],
    [
      'exits with 1 when a message leaks something',
      ['--fail-on', 'leaks', '--fault', 'dns'],
      1,
      /loyalty\.contoso\.example/
    ],
    [
      'narrows it down to a technical profile, a fault and a policy',
      [
        '--policy',
        'b2c_1a_signup',
        '--profile',
        'rest-getloyalty',
        '--fault',
        '418',
        '--fail-on',
        'leaks,missing',
        '--format',
        'json'
      ],
      0,
      /^\[\{"technicalProfile":"REST-GetLoyalty","fault":"418",[^]*\}\]\n$/
    ]
  ])('%s', async (_, args, status, printed) => {
    using folder = new Folder(policies)
    const run = await runCli(['faults', ...args], { cwd: folder.path })
    expect(run.stderr).toBe('')
    expect(run.stdout).toMatch(printed)
    expect(run.status).toBe(status)
  })

  it('exits with 2 when it is asked for what there is not', async () => {
    using folder = new Folder(policies)
    const run = await runCli(['faults', '--profile', 'REST-GetLoyalti'], { cwd: folder.path })
    expect(run).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: there is no technical profile "REST-GetLoyalti"\n  help: did you mean "REST-GetLoyalty"?\n'
    })
  })

  it('shows what can be tried, and then the errors of what cannot, and exits with 2', async () => {
    const broken = {
      ...policies,
      'Base.xml': (policies['Base.xml'] ?? '').replace('https://mail.contoso.example/check', 'mail')
    }
    using folder = new Folder(broken)
    const run = await runCli(['faults', '--fault', 'dns', '--format', 'json'], { cwd: folder.path })
    expect(JSON.parse(run.stdout)).toHaveLength(1)
    expect(run.stderr).toContain('error[TF2011]')
    expect(run.status).toBe(2)
  })
})

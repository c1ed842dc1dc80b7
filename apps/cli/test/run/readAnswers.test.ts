/** Answers files as they are read: what is kept, and what is said of mistakes. */
import { join } from 'node:path'
import * as NodeServices from '@effect/platform-node/NodeServices'
import * as Effect from 'effect/Effect'
import { describe, expect, it } from 'vitest'
import { readAnswers } from '../../src/run/readAnswers.ts'
import { Folder } from '../support/cli.ts'

/** The answers of a text, or what is said of it. */
const read = async (yaml: string) => {
  using folder = new Folder({ 'answers.yaml': yaml })
  const file = join(folder.path, 'answers.yaml')
  return await readAnswers(file).pipe(
    Effect.match({
      onSuccess: (answers) => ({ answers, said: '' }),
      onFailure: ({ text }) => ({ answers: [], said: text.replaceAll(file, 'answers.yaml') })
    }),
    Effect.provide(NodeServices.layer),
    Effect.runPromise
  )
}

describe('an answers file', () => {
  it('is a list, and knows the line of each answer', async () => {
    const { answers } = await read('# Ada\n- fill: { a: b }\n\n- choose: SignUp\n- cancel: true\n')
    expect(answers).toEqual([
      { answer: { fill: { a: 'b' } }, line: 2 },
      { answer: { choose: 'SignUp' }, line: 4 },
      { answer: { cancel: true }, line: 5 }
    ])
  })

  it('may be JSON', async () => {
    expect((await read('[{ "fill": { "a": "b" } }]')).answers).toEqual([{ answer: { fill: { a: 'b' } }, line: 1 }])
  })

  it.each([
    ['code: 012345', { code: '012345' }],
    ['code: 123456', { code: 123456 }],
    ['phone: +12065550100', { phone: '+12065550100' }],
    ['phone: 0', { phone: 0 }],
    [
      'fill: { plate: 1e3, pin: 0042, size: 1.50, age: 42, yes: true }',
      {
        fill: { plate: '1e3', pin: '0042', size: '1.50', age: 42, yes: true }
      }
    ],
    ['identity: { sub: 42, score: 1.50, groups: [1] }', { identity: { sub: 42, score: 1.5, groups: [1] } }],
    ['fill: { identity: 0042 }', { fill: { identity: '0042' } }]
  ])('keeps what is written: %s', async (yaml, answer) => {
    const { answers } = await read(`- ${yaml}`)
    expect(answers.map((written) => written.answer)).toEqual([answer])
  })
})

describe('what is wrong with a file', () => {
  it.each([
    [
      'no YAML',
      '- fill: { signInName: ada@contoso.com',
      'answers.yaml:1:38: this is no YAML: ',
      'write a list with one entry for each page'
    ],
    [
      'a text that YAML reserves',
      '- enterCode: @inbox',
      'answers.yaml:1:14: this is no YAML',
      'put the text in quotes'
    ],
    ['no list', 'fill: {}', 'answers.yaml holds no list of answers', 'write a list'],
    ['nothing', '', 'answers.yaml holds no list of answers', 'write a list'],
    [
      'an answer that is none',
      '- sign in',
      'answers.yaml:1:3: answer 1 has no keys',
      'write a list with one entry for each page'
    ],
    [
      'an unknown key',
      '- fill: {}\n- chose: SignUpExchange',
      'answers.yaml:2:3: answer 2 has no key "chose"',
      'did you mean "choose"?'
    ],
    [
      'an unknown key of a button',
      '- press:\n    - acton: SendCode',
      'answers.yaml:2:7: answer 1, press[0] has no key "acton"',
      'did you mean "action"?'
    ],
    [
      'a value of another kind',
      '- page: step 1\n  fill:\n    password: { S3cret: S3cret }',
      'answers.yaml:3:15: answer 1, fill.password: expected a text, a number, true, false, or a list of them',
      'docs/reference/answers.md'
    ],
    [
      'a word of another list',
      '- method: letter',
      'answers.yaml:1:11: answer 1, method: expected "sms" or "call"',
      'docs/reference/answers.md'
    ]
  ])('%s', async (_, yaml, message, help) => {
    const { said } = await read(yaml)
    expect(said).toContain(`error: ${message}`)
    expect(said).toContain(`\n  help: ${help}`)
    expect(said).not.toContain('S3cret')
  })

  it('is that it is not there', () => {
    const said = readAnswers('nowhere.yaml').pipe(Effect.flip, Effect.provide(NodeServices.layer), Effect.runPromise)
    return expect(said).resolves.toMatchObject({
      text: 'error: cannot read the answers "nowhere.yaml": it does not exist'
    })
  })
})

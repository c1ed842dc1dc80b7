/** What a person does at one page, as data: the entries of an answers file, and what a `Person` does. */
import * as Schema from 'effect/Schema'

const optional = <S extends Schema.Top>(schema: S, description: string) =>
  Schema.optionalKey(schema.annotate({ description }))

const Text = Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]).annotate({
  expected: 'a text, a number, true or false'
})

const Code = Schema.Union([Schema.String, Schema.Int]).annotate({ expected: 'a code' })

const Texts = Schema.Record(Schema.String, Schema.String)

/** What is entered into fields, by claim type id or label. `@inbox` is the code that was sent last, `@authenticator` the one that the app shows. */
const Fields = Schema.Record(
  Schema.String,
  Schema.Union([Text, Schema.Array(Text)]).annotate({ expected: 'a text, a number, true, false, or a list of them' })
).annotate({
  description:
    'What is entered, by claim type id or label. "@inbox" is the code that was sent last, "@authenticator" the one that the app shows.'
})

/** A button of a display control. */
export const Press = Schema.Struct({
  action: Schema.String.annotate({ description: 'The id of the action, such as "SendCode".' }),
  control: optional(Schema.String, 'The id of the display control, where several have the action.'),
  fill: Schema.optionalKey(Fields)
}).annotate({ description: 'A button of a display control.' })

/**
 * What a person does at one page, in this order: addresses are verified, a code is entered, buttons are pressed, and then the page
 * is left in one way: by a choice, a link, the cancel button, or by continuing with what `fill` says. An answer without any of them
 * continues, unless it verifies, enters or presses something.
 */
export const PageAnswer = Schema.Struct({
  page: optional(
    Schema.String,
    'The page that this is for: the id of its content definition or technical profile, or "step 2". Another page is an error.'
  ),
  verify: optional(Texts, 'Addresses to prove by the code that is sent to them, by claim type id or label.'),
  code: optional(Code, 'The code to enter; without it the one that was sent last, "@inbox".'),
  sendCode: optional(
    Schema.Literal(true),
    'The code of `verify` or `phone` is only sent; another answer enters it with `enterCode`.'
  ),
  enterCode: optional(
    Code,
    'A code for the address or phone that a code was sent to before; "@inbox" is the one that was sent last.'
  ),
  press: optional(Schema.Array(Press), 'Buttons of display controls, one after the other.'),
  fill: Schema.optionalKey(Fields),
  keepMeSignedIn: optional(Schema.Boolean, 'The person asks to be kept signed in.'),
  choose: optional(Schema.String, 'A choice: the id of a claims exchange, or the label of its button.'),
  forgotPassword: optional(Schema.Literal(true), 'The link for a forgotten password.'),
  cancel: optional(Schema.Literal(true), 'The cancel button.'),
  phone: optional(
    Schema.Union([Schema.String, Schema.Int]).annotate({ expected: 'a phone number or an index' }),
    'A phone number in E.164 form, or the index of a number that is known; it is proved by `code`.'
  ),
  method: optional(
    Schema.Literals(['sms', 'call']).annotate({ expected: '"sms" or "call"' }),
    'How the code reaches the phone; "sms" unless said otherwise.'
  ),
  identity: optional(
    Schema.Record(Schema.String, Schema.Json),
    'Who signs in at the identity provider: the claims that it gives, by its own names.'
  ),
  returns: optional(Texts, 'The parameters with which the identity provider sends the browser back, such as an error.')
}).annotate({ identifier: 'PageAnswer', description: 'What a person does at one page.' })
export type PageAnswer = typeof PageAnswer.Type

/** What is entered into one field. */
export type FieldInput = (typeof Fields.Type)[string]

/** A user that a directory begins with, as `trustframe.json` has it. */
import * as Schema from 'effect/Schema'

const Text = Schema.String
const annotated = <S extends Schema.Top>(schema: S, description: string) => schema.annotate({ description })

/** A user at an external identity provider, with the provider's own id of it. */
const SeedIdentity = Schema.Struct({
  issuer: annotated(Text, 'The provider, as the policy names it: `facebook.com`.'),
  id: annotated(Text, "The provider's id of the user, not in base64.")
})

/**
 * A user. Rules for passwords do not apply here, all others do.
 *
 * @example
 * { "displayName": "Ada", "signInNames": { "emailAddress": "ada@contoso.com" }, "password": "Passw0rd!" }
 */
export const SeedUser = Schema.Struct({
  displayName: annotated(Text, 'The name to display.'),
  objectId: Schema.optionalKey(annotated(Text, 'A GUID; one is made where it is absent.')),
  userPrincipalName: Schema.optionalKey(annotated(Text, 'A name, "@" and a domain of the tenant.')),
  signInNames: Schema.optionalKey(
    annotated(
      Schema.Record(Text, Text),
      'Names to sign in with, by their type: `emailAddress`, `userName`, `phoneNumber` or one of the policy.'
    )
  ),
  identities: Schema.optionalKey(annotated(Schema.Array(SeedIdentity), 'Users at external identity providers.')),
  password: Schema.optionalKey(annotated(Text, 'The password as it is typed; it is hashed at once.')),
  passwordHash: Schema.optionalKey(annotated(Text, 'Instead of the password: argon2id in PHC form.')),
  forceChangePasswordNextSignIn: Schema.optionalKey(
    annotated(Schema.Boolean, 'The password counts as expired until it is changed.')
  ),
  accountEnabled: Schema.optionalKey(annotated(Schema.Boolean, '`false`: the user cannot sign in.')),
  attributes: Schema.optionalKey(
    annotated(
      Schema.Record(Text, Schema.Union([Text, Schema.Boolean, Schema.Finite, Schema.Array(Text)])),
      'Further attributes by the names that policies use: `givenName`, `otherMails`, `extension_loyaltyNumber`.'
    )
  )
}).annotate({ identifier: 'SeedUser', description: 'A user that the directory begins with.' })
export type SeedUser = typeof SeedUser.Type

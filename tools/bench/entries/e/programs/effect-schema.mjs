import * as Schema from 'effect/Schema'
Schema.decodeUnknownSync(Schema.Struct({ a: Schema.String }))({ a: 'x' })

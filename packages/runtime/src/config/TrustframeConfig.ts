/** The configuration of a project: `trustframe.json` beside its policies. */
import { ResilienceConfig } from '@trustframe/core/resilience'
import { SeedUser } from '@trustframe/storage'
import * as Schema from 'effect/Schema'
import { TenantConfig } from './TenantConfig.ts'

/** Where the requests to a host go instead: a URL with another scheme, host and port. */
const Hosts = Schema.Record(Schema.String, Schema.String).annotate({
  description:
    'Host name (or origin) to the URL that is called instead, such as "api.contoso.com": "http://127.0.0.1:4802".'
})

/**
 * `trustframe.json`. Paths are relative to the file; every key has an option of the command line and an environment
 * variable (`TRUSTFRAME_` and the key in capitals), which win in that order.
 */
export const TrustframeConfig = Schema.Struct({
  $schema: Schema.optionalKey(Schema.String),
  policies: Schema.optionalKey(
    Schema.Array(Schema.String).annotate({
      description: 'Policy files, folders or globs. Default: every .xml below here.'
    })
  ),
  settings: Schema.optionalKey(
    Schema.String.annotate({ description: 'The appsettings.json with the environments and their settings.' })
  ),
  environment: Schema.optionalKey(Schema.String.annotate({ description: 'The environment whose settings are used.' })),
  keys: Schema.optionalKey(
    Schema.String.annotate({ description: 'The policy keys: a file of NAME=value lines, or a JSON object.' })
  ),
  hosts: Schema.optionalKey(Hosts),
  resilience: Schema.optionalKey(ResilienceConfig),
  lint: Schema.optionalKey(
    Schema.Record(Schema.String, Schema.Literals(['off', 'advice', 'warning', 'error'])).annotate({
      description: 'What findings of trustframe check count as, by the code of a diagnostic or the name of a rule.'
    })
  ),
  users: Schema.optionalKey(
    Schema.Array(SeedUser).annotate({ description: 'The accounts that the directory begins with.' })
  ),
  tenant: Schema.optionalKey(TenantConfig),
  stubs: Schema.optionalKey(
    Schema.String.annotate({ description: 'The folder with the answers of stubs, for trustframe stub.' })
  ),
  faults: Schema.optionalKey(
    // Their vocabulary belongs to @trustframe/testing, which reads them and stands above this package.
    Schema.Json.annotate({
      description:
        'The faults that stubs make: by the id of a technical profile, or by a request such as "GET https://api.contoso.com/profile/:id", one fault for every try ("timeout", "503", "contract:Your account is locked.") or a list with one for each try.'
    })
  )
}).annotate({ title: 'Trustframe project', identifier: 'TrustframeConfig' })
export type TrustframeConfig = typeof TrustframeConfig.Type

/** The `tenant` part of a configuration file: where tenants differ. */
import type { SeedUser } from '@trustframe/storage'
import * as Duration from 'effect/Duration'
import * as Schema from 'effect/Schema'
import type { TenantOptions } from '../tenant/layerTenantMemory.ts'

const documented = <S extends Schema.Top>(schema: S, description: string) =>
  Schema.optionalKey(schema.annotate({ description }))

const Lockout = Schema.Struct({
  threshold: documented(
    Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
    'Wrong passwords until the first lockout; 10.'
  ),
  duration: documented(Schema.DurationFromString, 'How long the first lockouts last; "1 minute".'),
  longest: documented(Schema.DurationFromString, 'No lockout is longer; "5 hours".')
})

/** Durations are written as `"1 minute"`. */
export const TenantConfig = Schema.Struct({
  domains: documented(Schema.Array(Schema.String), 'Verified domains; the first one ends user principal names.'),
  lockout: documented(Lockout, 'When wrong passwords lock an account.'),
  passwordLifetimeDays: documented(
    Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
    'Passwords expire after so many days; 90, and 0 for never.'
  ),
  refuseCurrentPassword: documented(Schema.Boolean, 'A new password must differ from the current one.'),
  conditionalAccess: documented(
    Schema.Array(Schema.Literals(['block', 'mfa', 'chg_pwd'])),
    'What Conditional Access asks of every sign-in.'
  )
}).annotate({ description: 'How the tenant behaves where tenants differ.' })
type TenantConfig = typeof TenantConfig.Type

const lockoutOf = ({ duration, longest, threshold }: NonNullable<TenantConfig['lockout']>) => ({
  ...(threshold === undefined ? {} : { threshold }),
  ...(duration === undefined ? {} : { durationMillis: Duration.toMillis(duration) }),
  ...(longest === undefined ? {} : { longestMillis: Duration.toMillis(longest) })
})

/** The options of a tenant that a project's configuration gives. */
export const tenantOptions = ({
  tenant = {},
  users = []
}: {
  readonly tenant?: TenantConfig
  readonly users?: ReadonlyArray<SeedUser>
}): Pick<TenantOptions, 'accessChallenges' | 'directory'> => {
  const { conditionalAccess = [], lockout, ...directory } = tenant
  return {
    accessChallenges: conditionalAccess,
    directory: { ...directory, users, ...(lockout === undefined ? {} : { lockout: lockoutOf(lockout) }) }
  }
}

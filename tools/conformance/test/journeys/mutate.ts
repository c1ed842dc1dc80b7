/** Policies that nobody wrote: those of the corpus, changed at random and the same for the same seed. */

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = () => number

const pick = <Item>(random: Random, items: ReadonlyArray<Item>): Item | undefined =>
  items[Math.floor(random() * items.length)]

/** Replaces some of the matches. */
const some = (
  random: Random,
  text: string,
  expression: RegExp,
  share: number,
  change: (match: string) => string
): string => text.replaceAll(expression, (match) => (random() < share ? change(match) : match))

const inputTypes = [
  'TextBox',
  'EmailBox',
  'Password',
  'DateTimeDropdown',
  'DropdownSingleSelect',
  'RadioSingleSelect',
  'CheckboxMultiSelect',
  'Paragraph',
  'Readonly'
]

const dataTypes = ['string', 'boolean', 'int', 'long', 'date', 'dateTime', 'stringCollection', 'phoneNumber']

const restrictions = [
  '<Restriction><Pattern RegularExpression="^[A-Z]{2}[0-9]{4}$" HelpText="two letters" /></Restriction>',
  '<Restriction><Pattern RegularExpression="^(?!x).{3,12}$" /></Restriction>',
  '<Restriction><Enumeration Text="One" Value="1" /><Enumeration Text="Two" Value="2" SelectByDefault="true" /></Restriction>'
]

const enabled = ['Never', 'Always', 'false', 'OnClaimsExistence']

const resolvers = [
  '{OAUTH-KV:x}',
  '{Claim:objectId}',
  '{Context:KMSI}',
  '{OIDC:LoginHint}',
  '{Culture:LCID}',
  '{oauth2:access_token}',
  '{Nobody:Knows}'
]

const handlers = [
  'Providers.SelfAssertedAttributeProvider',
  'Providers.ClaimsTransformationProtocolProvider',
  'Providers.AzureActiveDirectoryProvider',
  'Providers.RestfulProvider',
  'Providers.OneTimePasswordProtocolProvider',
  'Providers.PhoneFactorProtocolProvider',
  'Providers.AzureMfaProtocolProvider',
  'Providers.AadSsprProtocolProvider',
  'Providers.UserJourneyContextProvider',
  'Providers.ConditionalAccessProtocolProvider',
  'Providers.CaptchaProvider',
  'SSO.DefaultSSOSessionProvider',
  'SSO.NoopSSOSessionProvider'
]

const operations = [
  'Read',
  'Write',
  'DeleteClaims',
  'DeleteClaimsPrincipal',
  'GenerateCode',
  'VerifyCode',
  'SendCode',
  'OneWaySMS',
  'Verify',
  'BeginVerifyOTP',
  'VerifyOTP',
  'GetAvailableDevices'
]

const stepTypes = [
  'ClaimsExchange',
  'CombinedSignInAndSignUp',
  'ClaimsProviderSelection',
  'GetClaims',
  'InvokeSubJourney',
  'SendClaims',
  'Noop'
]

/** A change of the files of a chain; all of them are given, since claims are named across files. */
type Mutation = (random: Random, texts: ReadonlyArray<string>) => ReadonlyArray<string>

const each =
  (change: (random: Random, text: string) => string): Mutation =>
  (random, texts) =>
    texts.map((text) => change(random, text))

/** Gives every claim type another id, wherever it is named; what others call it stays. */
const renameClaims: Mutation = (random, texts) => {
  const ids = new Set(
    texts.flatMap((text) => [...text.matchAll(/<ClaimType\s+Id="([\w.-]+)"/g)].map(([, id = '']) => id))
  )
  const renamed = new Map([...ids].map((id) => [id, random() < 0.5 ? id : `z${id}Z`]))
  const nameOf = (id: string) => renamed.get(id) ?? id
  return texts.map((text) =>
    text
      .replaceAll(/(<ClaimType\s+Id=")([\w.-]+)"/g, (_, start: string, id: string) => `${start}${nameOf(id)}"`)
      .replaceAll(/(ClaimTypeReferenceId=")([\w.-]+)"/g, (_, start: string, id: string) => `${start}${nameOf(id)}"`)
      .replaceAll(/<Value>([\w.-]+)<\/Value>/g, (_, id: string) => `<Value>${nameOf(id)}</Value>`)
  )
}

/** Each by its name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  renameClaims,
  inputTypes: each((random, text) =>
    some(random, text, /<UserInputType>\w+<\/UserInputType>/g, 0.3, () => {
      return `<UserInputType>${pick(random, inputTypes)}</UserInputType>`
    })
  ),
  restrict: each((random, text) =>
    some(random, text, /<\/UserInputType>/g, 0.2, (end) => `${end}${pick(random, restrictions)}`)
  ),
  dataTypes: each((random, text) =>
    some(random, text, /<DataType>\w+<\/DataType>/g, 0.1, () => `<DataType>${pick(random, dataTypes)}</DataType>`)
  ),
  require: each((random, text) =>
    some(random, text, /<OutputClaim ClaimTypeReferenceId="[\w.-]+" \/>/g, 0.3, (claim) =>
      claim.replace(' />', ' Required="true" />')
    )
  ),
  dropClaims: each((random, text) => some(random, text, /<(?:Input|Output)Claim [^>]*\/>/g, 0.1, () => '')),
  dropPreconditions: each((random, text) =>
    some(random, text, /<Preconditions>[\s\S]*?<\/Preconditions>/g, 0.3, () => '')
  ),
  turnPreconditions: each((random, text) =>
    some(random, text, /ExecuteActionsIf="(?:true|false)"/gi, 0.3, (whole) =>
      whole.toLowerCase().includes('true') ? 'ExecuteActionsIf="false"' : 'ExecuteActionsIf="true"'
    )
  ),
  dropValidations: each((random, text) => some(random, text, /<ValidationTechnicalProfile [^>]*\/>/g, 0.3, () => '')),
  goOn: each((random, text) =>
    some(random, text, /<ValidationTechnicalProfile ReferenceId="[\w.-]+" \/>/g, 0.4, (one) =>
      one.replace(' />', ` ContinueOnError="${random() < 0.5}" ContinueOnSuccess="${random() < 0.5}" />`)
    )
  ),
  enable: each((random, text) =>
    some(random, text, /<\/TechnicalProfile>/g, 0.05, (end) => {
      return `<EnabledForUserJourneys>${pick(random, enabled)}</EnabledForUserJourneys>${end}`
    })
  ),
  resolve: each((random, text) =>
    some(random, text, /DefaultValue="[^"]*"/g, 0.2, () => `DefaultValue="${pick(random, resolvers)}"`)
  ),
  handlers: each((random, text) =>
    some(random, text, /Handler="Web\.TPEngine\.[\w.]+/g, 0.1, () => `Handler="Web.TPEngine.${pick(random, handlers)}`)
  ),
  operations: each((random, text) =>
    some(random, text, /<Item Key="Operation">\w+<\/Item>/g, 0.3, () => {
      return `<Item Key="Operation">${pick(random, operations)}</Item>`
    })
  ),
  dropMetadata: each((random, text) => some(random, text, /<Item Key="[^"]*">[^<]*<\/Item>/g, 0.05, () => '')),
  stepTypes: each((random, text) =>
    some(random, text, /Type="(?:ClaimsExchange|CombinedSignInAndSignUp|ClaimsProviderSelection)"/g, 0.15, () => {
      return `Type="${pick(random, stepTypes)}"`
    })
  ),
  forget: each((random, text) =>
    some(random, text, /<UseTechnicalProfileForSessionManagement [^>]*\/>/g, 0.4, () => '')
  ),
  cut: (random, texts) =>
    texts.map((text, index) =>
      index === 0 && random() < 0.3 ? text.slice(0, Math.floor(random() * text.length)) : text
    )
}

/** The files of a chain after a few mutations, and their names. */
export const mutate = (
  seed: number,
  texts: ReadonlyArray<string>
): { readonly texts: ReadonlyArray<string>; readonly names: ReadonlyArray<string> } => {
  const random = randomFrom(seed)
  const names = Object.keys(mutations)
  const chosen = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, names) ?? '')
  return {
    names: chosen,
    texts: chosen.reduce<ReadonlyArray<string>>((before, name) => mutations[name]?.(random, before) ?? before, texts)
  }
}

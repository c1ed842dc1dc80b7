/** Values of samples and tutorials must be replaced by one's own. */
import type { Text } from '@trustframe/policy'
import type { Report, Rule } from '../Rule.ts'

/** What tutorials write where something of one's own belongs. */
const samples = [
  /your[-_ ]?(?:tenant|app|azure|api|domain|company|client|key|secret|function|sendgrid|storage|web|blob|server|instrumentation)/i,
  /\b(?:Proxy)?IdentityExperienceFrameworkAppId\b/,
  /\b(?:facebook|google|github|linkedin|twitter|amazon)_?client_?id\b/i,
  /\binsert[- _](?:your|here)/i,
  /\b(?:tenant|app)-(?:name|id)\b/i,
  /\b0{8}-0{4}-0{4}-0{4}-0{12}\b/,
  /<your[^<>]*>/i
]

const checkText = (text: Text | undefined, report: Report): void => {
  const sample = text === undefined ? undefined : samples.find((pattern) => pattern.test(text.value))
  if (text === undefined || sample === undefined) return
  report(text.span, {
    message: `"${sample.exec(text.value)?.[0] ?? ''}" looks like a value of a sample`,
    help: 'write your own, or use a setting'
  })
}

export const sampleValues: Rule = {
  code: 'TF3118',
  name: 'sample-values',
  title: 'value of a sample that nobody replaced',
  severity: 'warning',
  origin: 'b2c-fails',
  checkProfile: ({ profile }, report) => {
    for (const { value } of profile.metadata) checkText(value, report)
    for (const { defaultValue } of [...profile.inputClaims, ...profile.outputClaims]) checkText(defaultValue, report)
  },
  checkContentDefinition: ({ loadUri }, report) => checkText(loadUri, report),
  check: ({ policy }, report) => checkText(policy.tenantId, report)
}

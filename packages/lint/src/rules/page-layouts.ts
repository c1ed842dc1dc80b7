/** The DataUri of a content definition must name a page layout, with the contract where scripts run. */
import { suggest } from '@trustframe/policy'
import { pageLayout, pageNames } from '../pageLayout.ts'
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'
import { writeInstead } from '../words.ts'

export const pageLayouts: Rule = {
  code: 'TF3505',
  name: 'page-layouts',
  title: 'DataUri that is no page layout',
  severity: 'warning',
  origin: 'b2c-fails',
  check: ({ policy }, report) => {
    const scripts = keyOf(policy.relyingParty?.userJourneyBehaviors?.scriptExecution?.value ?? '') === 'allow'
    for (const { dataUri, id } of policy.contentDefinitions.values()) {
      if (dataUri === undefined || dataUri.value === '') continue
      const { span, value } = dataUri
      const layout = pageLayout(value)
      const page = layout?.page ?? ''
      if (layout === undefined) {
        report(span, {
          message: `the DataUri of content definition "${id.value}" is no page layout: "${value}"`,
          help: 'write, for example, urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.7'
        })
      } else if (!pageNames.some((known) => known === page)) {
        const meant = suggest(page, pageNames)
        report(span, {
          message: `the DataUri of content definition "${id.value}" names a page "${page}" that does not exist`,
          help: meant === undefined ? `write one of ${pageNames.join(', ')}` : `did you mean "${meant}"?`
        })
      } else if (scripts && !layout.contract) {
        const fixed = value.replace(/elements:/i, 'elements:contract:')
        report(span, {
          message: `scripts are allowed, and content definition "${id.value}" has a page layout that does not run them`,
          help: 'use a layout with "contract:"',
          fix: writeInstead(span, fixed)
        })
      } else {
        report.clear(dataUri)
      }
    }
  }
}

/** Metadata that is a URL must be an absolute one. */
import { completes } from '../completes.ts'
import { metadataOf } from '../metadataContract.ts'
import type { Rule } from '../Rule.ts'

export const metadataUrls: Rule = {
  ...completes('TF2011'),
  name: 'metadata-urls',
  checkProfile: (checked, report) => {
    for (const { key, type, value } of metadataOf(checked)) {
      if (type._tag !== 'Url' || (/^https?:\/\/\S+$/i.test(value.value) && URL.canParse(value.value))) continue
      report(value.span, {
        message: `the metadata "${key}" is no absolute URL: "${value.value}"`,
        help: 'write a URL that begins with https://'
      })
    }
  }
}

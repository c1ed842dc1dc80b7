/** Checks the attributes of an element. */
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import { suggest } from '../suggest.ts'
import { attributeOf, type XmlAttribute, type XmlElement } from '../syntax/XmlElement.ts'
import { checkValue } from './checkValue.ts'
import type { ElementRule } from './ElementRule.ts'

/** Reports attributes that are unknown or missing, and values that are not allowed. */
export const checkAttributes = (
  element: XmlElement,
  rule: ElementRule,
  report: (diagnostic: Diagnostic) => void
): void => {
  for (const attribute of element.attributes) {
    const known = rule.attributes.get(attribute.name)
    if (known !== undefined) {
      if (known.type.kind !== 'text') {
        const place = () => ({
          what: `the attribute "${attribute.name}" of "${element.name}"`,
          span: attribute.valueSpan,
          whole: attribute.valueSpan
        })
        checkValue(attribute.value, known.type, place, report)
      }
    } else if (!instanceAttributes.has(attribute.name)) {
      report(unknown(element, attribute, rule))
    }
  }
  for (const name of rule.requiredAttributes) {
    if (attributeOf(element, name) === undefined) {
      const message = `"${element.name}" has no attribute "${name}"`
      report(diagnose('TF1106', element.nameSpan, message, { help: `add ${name}="…"` }))
    }
  }
}

/** Attributes of XML Schema that any element may have, with the prefix that everybody gives them. */
const instanceAttributes: ReadonlySet<string> = new Set([
  'xsi:schemaLocation',
  'xsi:noNamespaceSchemaLocation',
  'xsi:type',
  'xsi:nil'
])

const unknown = (element: XmlElement, { name, nameSpan }: XmlAttribute, rule: ElementRule): Diagnostic => {
  const message = `"${element.name}" takes no attribute "${name}"`
  const free = [...rule.attributes.keys()].filter((known) => attributeOf(element, known) === undefined)
  const meant = suggest(name, free)
  if (meant !== undefined) {
    return diagnose('TF1102', nameSpan, message, {
      help: `did you mean "${meant}"?`,
      fix: { title: `Rename to "${meant}"`, edits: [{ span: nameSpan, replacement: meant }] }
    })
  }
  const names = [...rule.attributes.keys()].map((known) => `"${known}"`)
  return diagnose('TF1102', nameSpan, message, {
    help: names.length === 0 ? `"${element.name}" takes no attributes` : `allowed are ${names.join(', ')}`
  })
}

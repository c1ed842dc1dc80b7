/** Checks elements against the grammar: names, order, number, attributes, values and keys. */
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import { suggest } from '../suggest.ts'
import { childOf, type XmlElement } from '../syntax/XmlElement.ts'
import { checkAttributes } from './checkAttributes.ts'
import { checkKeys } from './checkKeys.ts'
import { checkText } from './checkText.ts'
import type { ChildRule, ElementRule } from './ElementRule.ts'
import { policy, policyNamespace, rootName } from './policy.ts'

/** What is wrong with the structure of a policy, in the order of the file; codes `TF1008`, `TF1009` and `TF11xx`. */
export const checkStructure = (root: XmlElement): ReadonlyArray<Diagnostic> => {
  if (root.name !== rootName) {
    const message = `the file holds no policy: its root element is "${root.name}"`
    return [diagnose('TF1008', root.nameSpan, message, { help: `the root element of a policy is "${rootName}"` })]
  }
  const found: Array<Diagnostic> = []
  if (root.namespace !== policyNamespace) found.push(wrongNamespace(root))
  checkElement(root, policy, {
    report: (diagnostic) => void found.push(diagnostic),
    isFull: () => found.length >= most
  })
  return found.length < 2 ? found : found.toSorted((a, b) => a.span.start - b.span.start)
}

/** Nobody reads more; a hostile file could have hundreds of thousands. */
const most = 1000

interface Findings {
  readonly report: (diagnostic: Diagnostic) => void
  readonly isFull: () => boolean
}

const checkElement = (element: XmlElement, rule: ElementRule, findings: Findings): void => {
  if ((rule.open && rule.text !== undefined) || findings.isFull()) return
  const { report } = findings
  checkAttributes(element, rule, report)
  checkText(element, rule, report)
  if (rule.open) return
  if (element.children.length > 0) checkChildren(element, rule, findings)
  for (const child of rule.requiredChildren) {
    if (childOf(element, child.name) === undefined) report(missing(element, child))
  }
  checkKeys(element, rule, report)
}

const checkChildren = (element: XmlElement, rule: ElementRule, findings: Findings): void => {
  const { report, isFull } = findings
  let furthest: XmlElement | undefined
  let furthestIndex = -1
  for (const child of element.children) {
    if (isFull()) return
    const childRule = rule.children.get(child.name)
    if (child.namespace !== element.namespace) {
      report(wrongNamespace(child))
      continue
    }
    if (childRule === undefined) {
      report(unknown(element, child, rule))
      continue
    }
    if (furthest !== undefined && rule.choice && furthestIndex !== childRule.index) {
      report(excluded(furthest, child))
    } else if (furthest !== undefined && childRule.index < furthestIndex) {
      report(outOfOrder(element, child, furthest))
    } else {
      const once = childRule.occurs === '?' || childRule.occurs === '1'
      if (once && furthestIndex === childRule.index && furthest !== undefined)
        report(repeated(element, child, furthest))
      furthest = child
      furthestIndex = childRule.index
    }
    checkElement(child, childRule.element, findings)
  }
}

const wrongNamespace = (element: XmlElement): Diagnostic => {
  const message =
    element.namespace === ''
      ? `"${element.name}" is in no namespace`
      : `"${element.name}" is in the namespace "${element.namespace}"`
  return diagnose('TF1009', element.nameSpan, message, {
    help: `the elements of a policy are in "${policyNamespace}"; declare it with xmlns on the root element`
  })
}

const unknown = (parent: XmlElement, element: XmlElement, rule: ElementRule): Diagnostic => {
  const { name, nameSpan } = element
  const message = `"${parent.name}" has no element "${name}"`
  const container = [...rule.children.values()].find((child) => child.element.children.has(name))
  if (container !== undefined) return diagnose('TF1101', nameSpan, message, { help: `put it in "${container.name}"` })
  const meant = suggest(name, rule.children.keys())
  if (meant === undefined) return diagnose('TF1101', nameSpan, message, { help: allowedIn(parent, rule) })
  // The end tag has to change as well.
  const { source, end } = element.span
  const close = source.text.lastIndexOf('</', end - 1)
  const isPaired = close > nameSpan.end && source.text.startsWith(name, close + 2)
  const edits = [
    { span: nameSpan, replacement: meant },
    ...(isPaired ? [{ span: { source, start: close + 2, end: close + 2 + name.length }, replacement: meant }] : [])
  ]
  return diagnose('TF1101', nameSpan, message, {
    help: `did you mean "${meant}"?`,
    fix: { title: `Rename to "${meant}"`, edits }
  })
}

const allowedIn = (parent: XmlElement, rule: ElementRule): string => {
  const names = [...rule.children.keys()].map((name) => `"${name}"`)
  if (names.length === 0) return `"${parent.name}" holds no elements`
  return names.length > 12 ? 'remove it' : `allowed are ${names.join(', ')}`
}

const outOfOrder = (parent: XmlElement, element: XmlElement, after: XmlElement): Diagnostic =>
  diagnose('TF1103', element.nameSpan, `"${element.name}" must come before "${after.name}" in "${parent.name}"`, {
    help: 'move it; the order of elements counts',
    related: [{ message: `"${after.name}" is here`, span: after.nameSpan }]
  })

const repeated = (parent: XmlElement, element: XmlElement, first: XmlElement): Diagnostic =>
  diagnose('TF1104', element.nameSpan, `"${parent.name}" has more than one "${element.name}"`, {
    help: 'keep one of them',
    related: [{ message: 'the first is here', span: first.nameSpan }]
  })

const excluded = (first: XmlElement, element: XmlElement): Diagnostic =>
  diagnose('TF1112', element.nameSpan, `"${element.name}" and "${first.name}" exclude each other`, {
    help: 'keep one of them',
    related: [{ message: `"${first.name}" is here`, span: first.nameSpan }]
  })

const missing = (element: XmlElement, child: ChildRule): Diagnostic =>
  diagnose('TF1105', element.nameSpan, `"${element.name}" has no "${child.name}"`, {
    help: child.occurs === '1' ? 'add it' : `add at least one, or remove "${element.name}"`
  })

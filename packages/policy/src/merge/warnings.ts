/** What a merge does that its author may not expect. */
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import { printElement } from '../print/printElement.ts'
import { attributeOf, type XmlElement } from '../syntax/XmlElement.ts'

type Report = (diagnostic: Diagnostic) => void
type Elements = ReadonlyArray<XmlElement>

/** Preconditions given by both files: those of the base are lost. */
export const preconditionsReplaced = (base: Elements, derived: Elements, report: Report): void => {
  const [inherited] = base
  const [own] = derived
  if (inherited === undefined || own === undefined) return
  if (base.map((e) => printElement(e)).join() === derived.map((e) => printElement(e)).join()) return
  report(
    diagnose('TF1311', own.nameSpan, 'these preconditions replace those of the base policy', {
      help: 'repeat the conditions of the base here if they are still wanted',
      related: [{ message: 'these are replaced', span: inherited.nameSpan }]
    })
  )
}

/** Validations that both files list: each runs as often as it is listed. */
export const validationsRepeated = (base: Elements, derived: Elements, key: string, report: Report): void => {
  const ofBase = new Map<string, XmlElement>()
  for (const element of base) ofBase.set(attributeOf(element, key)?.value.trim().toLowerCase() ?? '', element)
  for (const own of derived) {
    const reference = attributeOf(own, key)
    const inherited = ofBase.get(reference?.value.trim().toLowerCase() ?? '')
    if (reference === undefined || inherited === undefined) continue
    report(
      diagnose(
        'TF1310',
        reference.valueSpan,
        `"${reference.value.trim()}" runs more than once: validations are added to the inherited ones, which have it too`,
        {
          help: 'remove it here; the inherited one still runs, after those that are listed here',
          related: [{ message: 'inherited from here', span: inherited.nameSpan }]
        }
      )
    )
  }
}

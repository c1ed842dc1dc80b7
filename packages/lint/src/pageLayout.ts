/** Reads the `DataUri` of a content definition: which page it is, and in which version. */

/** A page layout (pages.md section 2). */
export interface PageLayout {
  readonly page: string
  /** Major, minor, patch. */
  readonly version: readonly [number, number, number]
  /** Whether it is one with the page contract, which scripts need. */
  readonly contract: boolean
}

const form = /^urn:com:microsoft:aad:b2c:elements:(contract:)?([A-Za-z]+):(\d+)\.(\d+)\.(\d+)$/i

/** The layout that a `DataUri` names; nothing when it has another form. */
export const pageLayout = (dataUri: string): PageLayout | undefined => {
  const match = form.exec(dataUri.trim())
  if (match === null) return undefined
  const [, contract, page = '', major, minor, patch] = match
  return {
    page: page.toLowerCase(),
    version: [Number(major), Number(minor), Number(patch)],
    contract: contract !== undefined
  }
}

/** Whether a layout is of a version, as `2.1.2`, or later. */
export const isAtLeast = ({ version }: PageLayout, wanted: string): boolean => {
  const parts = wanted.split('.').map(Number)
  for (const [index, part] of version.entries()) {
    const other = parts[index] ?? 0
    if (part !== other) return part > other
  }
  return true
}

/** The pages that there are. */
export const pageNames = [
  'selfasserted',
  'unifiedssp',
  'unifiedssd',
  'multifactor',
  'providerselection',
  'idpselection',
  'globalexception',
  'claimsconsent'
] as const

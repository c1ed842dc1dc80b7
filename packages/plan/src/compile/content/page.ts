/** Compiles content definitions, each once per plan. */
import { keyOf, type ContentDefinition, type TechnicalProfile, type Text } from '@trustframe/policy'
import { type PageElement, pageElements, type PagePlan } from '../../plan/PagePlan.ts'
import { type CompileContext, didYouMean, locate, originOf } from '../CompileContext.ts'
import { compileLoadUri } from './loadUri.ts'
import { compileResources } from './localization.ts'

const dataUri = /^urn:com:microsoft:aad:b2c:elements:(contract:)?([a-z]+):(\d+)\.(\d+)\.(\d+)$/i

const elementOf = (name: string | undefined): PageElement | undefined => {
  const key = name?.toLowerCase()
  // The name that provider selections had before the page contract.
  const wanted = key === 'idpselection' ? 'providerselection' : key
  return pageElements.find((element) => element === wanted)
}

const readDataUri = (uri: string | undefined): Pick<PagePlan, 'contract' | 'dataUri' | 'element' | 'version'> => {
  const [, contract, element, major, minor, patch] = dataUri.exec(uri ?? '') ?? []
  return {
    contract: contract !== undefined,
    dataUri: uri,
    element: elementOf(element),
    version: [Number(major ?? 1), Number(minor ?? 0), Number(patch ?? 0)]
  }
}

const compileNew = (context: CompileContext, definition: ContentDefinition): PagePlan => {
  const { id, loadUri, metadata } = definition
  const kind = readDataUri(definition.dataUri?.value)
  return {
    contentDefinition: id.value,
    origin: originOf(id.span),
    ...kind,
    loadUri: loadUri === undefined ? undefined : compileLoadUri(context, loadUri, kind.element === 'globalexception'),
    texts: new Map(metadata.map(({ key, value }) => [keyOf(key.value.trim()), locate(value)])),
    resources: compileResources(context, definition)
  }
}

/** The page of the content definition that `reference` names, or `undefined` after a finding. */
export const compilePage = (context: CompileContext, reference: Text | undefined): PagePlan | undefined => {
  if (reference === undefined) return undefined
  const key = keyOf(reference.value)
  const known = context.pages.get(key)
  if (known !== undefined) return known
  const definition = context.policy.contentDefinitions.get(key)
  if (definition === undefined) {
    const names = [...context.policy.contentDefinitions.values()].map(({ id }) => id.value)
    context.report('TF2033', reference.span, {
      message: `content definition "${reference.value}" is declared neither in this policy nor in its base policies`,
      help: didYouMean(reference.value, names, 'declare it in ContentDefinitions')
    })
    return undefined
  }
  const page = compileNew(context, definition)
  context.pages.set(key, page)
  return page
}

/** The page that the metadata of a profile names, if any. */
export const pageOf = (context: CompileContext, profile: TechnicalProfile): PagePlan | undefined => {
  const item = profile.metadata.find(({ key }) => keyOf(key.value.trim()) === 'contentdefinitionreferenceid')
  return compilePage(context, item?.value)
}

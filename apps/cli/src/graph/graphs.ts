/** The graphs of a policy: its journeys, its inheritance, its calls to the outside. */
import {
  keyOf,
  type OrchestrationStep,
  type Policy,
  type PolicyFile,
  type TechnicalProfile,
  type Text,
  type UserJourney
} from '@trustframe/policy'
import type { Graph, GraphEdge, GraphNode } from './Graph.ts'

/** Collects nodes and edges; a node is added once. */
class Builder {
  readonly #nodes = new Map<string, GraphNode>()
  readonly #edges: Array<GraphEdge> = []

  node(node: GraphNode): string {
    if (!this.#nodes.has(node.id)) this.#nodes.set(node.id, node)
    return node.id
  }

  edge(edge: GraphEdge): void {
    this.#edges.push(edge)
  }

  graph(title: string): Graph {
    return { title, nodes: [...this.#nodes.values()], edges: this.#edges }
  }
}

/** Metadata that holds the URL of something outside, by where it stands. */
const urlKeys: ReadonlySet<string> = new Set([
  'serviceurl',
  'metadata',
  'authorization_endpoint',
  'accesstokenendpoint',
  'access_token_endpoint',
  'request_token_endpoint',
  'claimsendpoint',
  'partnerentity'
])

const hostOf = (url: string): string => /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url

/** The hosts that a profile calls or sends the browser to. */
const hostsOf = (profile: TechnicalProfile): ReadonlyArray<string> => [
  ...new Set(
    profile.metadata.flatMap(({ key, value }) =>
      urlKeys.has(keyOf(key.value)) && /^[a-z]+:\/\//i.test(value.value) ? [hostOf(value.value)] : []
    )
  )
]

const addOutside = (builder: Builder, profile: TechnicalProfile, from: string): void => {
  for (const host of hostsOf(profile)) {
    const outside = builder.node({ id: `host ${host}`, label: host, kind: 'outside' })
    builder.edge({ from, to: outside })
  }
}

/** Technical profiles that a profile runs in turn, with the words that say when. */
const calledBy = (
  policy: Policy,
  { displayClaims, validationTechnicalProfiles }: TechnicalProfile
): ReadonlyArray<{ readonly id: Text; readonly when: string }> => {
  const controls = displayClaims.flatMap(({ displayControlReferenceId: id }) => {
    const control = id === undefined ? undefined : policy.displayControls.get(keyOf(id.value))
    return control === undefined ? [] : [control]
  })
  return [
    ...validationTechnicalProfiles.map(({ referenceId }) => ({ id: referenceId, when: 'validation' })),
    ...controls.flatMap(({ actions, id: control }) =>
      actions.flatMap(({ id: action, validationProfiles: called }) =>
        called.map(({ referenceId }) => ({ id: referenceId, when: `${action.value} of ${control.value}` }))
      )
    )
  ]
}

const skipText = (step: OrchestrationStep): string | undefined =>
  step.preconditions.length === 0
    ? undefined
    : `skipped if ${step.preconditions
        .map(
          ({ executeActionsIf, type, values }) =>
            `${type.value} ${values.map(({ value }) => value).join('=')} is ${executeActionsIf}`
        )
        .join(' or ')}`

/** Draws a journey; what several steps use is drawn once. */
class JourneyDrawing extends Builder {
  readonly #policy: Policy
  readonly #drawn = new Set<string>()

  constructor(policy: Policy) {
    super()
    this.#policy = policy
  }

  #isNew(id: string): boolean {
    if (this.#drawn.has(id)) return false
    this.#drawn.add(id)
    return true
  }

  /** A technical profile, what it runs in turn, and the hosts that it calls; gives its id in the graph. */
  #profile({ value }: Text): string {
    const id = this.node({ id: `profile ${keyOf(value)}`, label: value, kind: 'profile' })
    const profile = this.#policy.technicalProfiles.get(keyOf(value))
    if (profile === undefined || !this.#isNew(id)) return id
    for (const called of calledBy(this.#policy, profile)) {
      this.edge({ from: id, to: this.#profile(called.id), label: called.when })
    }
    addOutside(this, profile, id)
    return id
  }

  /** The steps of a journey under a name; `prefix` tells those of sub journeys apart. */
  steps(name: string, steps: ReadonlyArray<OrchestrationStep>, prefix = ''): void {
    if (!this.#isNew(`steps ${keyOf(name)}`)) return
    const draw = (step: OrchestrationStep) =>
      this.node({
        id: `${keyOf(name)} ${step.order}`,
        label: `${prefix}${step.order} ${step.type.value}`,
        kind: 'step'
      })
    for (const [index, step] of steps.entries()) {
      const from = draw(step)
      const next = steps[index + 1]
      if (next !== undefined) this.edge({ from, to: draw(next) })
      const skip = skipText(step)
      if (skip !== undefined) {
        const to = next === undefined ? this.node({ id: `${keyOf(name)} end`, label: 'end', kind: 'end' }) : draw(next)
        this.edge({ from, to, label: skip, conditional: true })
      }
      for (const { id, technicalProfileReferenceId } of step.claimsExchanges) {
        this.edge({ from, to: this.#profile(technicalProfileReferenceId), label: id.value })
      }
      const issuer = step.cpimIssuerTechnicalProfileReferenceId
      if (issuer !== undefined) this.edge({ from, to: this.#profile(issuer) })
      for (const candidate of step.journeyList) this.#subJourney(from, candidate)
    }
  }

  #subJourney(from: string, { value }: Text): void {
    const sub = this.#policy.subJourneys.get(keyOf(value))
    const [first] = sub?.orchestrationSteps ?? []
    if (sub === undefined || first === undefined) return
    const name = `sub journey ${value}`
    this.steps(name, sub.orchestrationSteps, `${sub.id.value} `)
    this.edge({ from, to: `${keyOf(name)} ${first.order}`, label: `${sub.type.value} ${value}` })
  }
}

/** A user journey: its steps, what they call, and what is outside. */
export const journeyGraph = (policy: Policy, journey: UserJourney): Graph => {
  const drawing = new JourneyDrawing(policy)
  drawing.steps(journey.id.value, journey.orchestrationSteps)
  return drawing.graph(`${policy.policyId.value}: ${journey.id.value}`)
}

/** Which technical profiles of a policy call or redirect to which hosts. */
export const callsGraph = (policy: Policy): Graph => {
  const builder = new Builder()
  for (const profile of policy.technicalProfiles.values()) {
    if (hostsOf(profile).length === 0) continue
    const from = builder.node({ id: `profile ${keyOf(profile.id.value)}`, label: profile.id.value, kind: 'profile' })
    addOutside(builder, profile, from)
  }
  return builder.graph(`${policy.policyId.value}: calls to the outside`)
}

/** Which policy derives from which. */
export const inheritanceGraph = (files: ReadonlyArray<PolicyFile>): Graph => {
  const builder = new Builder()
  for (const { basePolicy, policyId } of files) {
    if (policyId === undefined) continue
    const from = builder.node({ id: keyOf(policyId.value), label: policyId.value, kind: 'policy' })
    if (basePolicy === undefined) continue
    const base = builder.node({
      id: keyOf(basePolicy.policyId.value),
      label: basePolicy.policyId.value,
      kind: 'policy'
    })
    builder.edge({ from, to: base, label: 'derives from' })
  }
  return builder.graph('Inheritance')
}

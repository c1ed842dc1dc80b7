/** The claims bag: values by slot, where the slots of a plan's claim types are fixed when it is compiled. */
import type { ClaimValue } from './ClaimValue.ts'
import type { DataType } from './DataType.ts'

/** The number under which a claim type's value lies in a bag. */
export type Slot = number

/** The values of a journey; a slot without a value is `undefined`. */
export type ClaimsBag = Array<ClaimValue | undefined>

/** A claim type as the claims engine needs it. */
export interface ClaimSlot {
  readonly slot: Slot
  /** As declared by the claim type. */
  readonly id: string
  readonly dataType: DataType
}

/** Which slot each claim type has; ids are found ignoring case. */
export class ClaimTable {
  readonly slots: ReadonlyArray<ClaimSlot>
  readonly #byKey: ReadonlyMap<string, ClaimSlot>
  readonly #empty: ReadonlyArray<ClaimValue | undefined>

  constructor(claims: ReadonlyArray<{ readonly id: string; readonly dataType: DataType }>) {
    this.slots = claims.map(({ id, dataType }, slot) => ({ slot, id, dataType }))
    this.#empty = this.slots.map(() => undefined)
    this.#byKey = new Map(this.slots.map((claim) => [claim.id.toLowerCase(), claim]))
  }

  /** The claim of that id, whatever its case. */
  find(id: string): ClaimSlot | undefined {
    return this.#byKey.get(id.toLowerCase())
  }

  /** A bag without values. */
  emptyBag(): ClaimsBag {
    return this.#empty.slice()
  }
}

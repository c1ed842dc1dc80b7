/** The folder with the files of the stubs: written where one is missing, and read again whenever one is asked for. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FaultSchedule } from '@trustframe/testing'
import type { RestfulPlan } from '@trustframe/plan'
import * as Result from 'effect/Result'
import { exampleFile, readStubFile, type StubAnswer, type StubFile, writeStubFile } from './StubFile.ts'

/** What a stub says now. */
export interface StubState {
  readonly answers: ReadonlyArray<StubAnswer>
  /** The faults of its file; their sequence begins anew when the file changes. */
  readonly faults: FaultSchedule
}

const fileName = (id: string): string => `${id.replaceAll(/[^\w.-]/g, '_')}.json`

/** Why a file cannot be used. */
export class StubFileProblem extends Error {
  override readonly name = 'StubFileProblem'
}

/** The answers with one more, in place of the one for the same requests, else after those for other requests. */
const withAnswer = (answers: ReadonlyArray<StubAnswer>, answer: StubAnswer): ReadonlyArray<StubAnswer> => {
  const same = answers.findIndex(({ when }) => JSON.stringify(when) === JSON.stringify(answer.when))
  if (same !== -1) return answers.with(same, answer)
  const forAll = answers.findIndex(({ when }) => when === undefined)
  return answers.toSpliced(forAll === -1 ? answers.length : forAll, 0, answer)
}

/** Stubs, in a folder or, without one, in memory. */
export class StubFolder {
  readonly #folder: string | undefined
  readonly #read = new Map<string, { readonly text: string; readonly state: StubState; readonly file: StubFile }>()

  constructor(folder: string | undefined) {
    this.#folder = folder
    if (folder !== undefined) mkdirSync(folder, { recursive: true })
  }

  /** Where the file of a profile is; `undefined` without a folder. */
  pathOf({ id }: RestfulPlan): string | undefined {
    return this.#folder === undefined ? undefined : join(this.#folder, fileName(id))
  }

  /** Writes the file of a profile that has none; answers whether it did. */
  create(plan: RestfulPlan, file: StubFile = exampleFile(plan)): boolean {
    const path = this.pathOf(plan)
    if (path === undefined || this.#textOf(path) !== undefined) return false
    writeFileSync(path, writeStubFile(file))
    return true
  }

  /** What the stub of a profile says now. Throws `StubFileProblem` when its file cannot be read. */
  stateOf(plan: RestfulPlan): StubState {
    return this.#load(plan).state
  }

  /** Adds an answer to the file of a profile, in place of the one for the same requests. */
  store(plan: RestfulPlan, answer: StubAnswer): void {
    const path = this.pathOf(plan)
    if (path === undefined) return
    const { file } = this.#load(plan)
    writeFileSync(path, writeStubFile({ ...file, answers: withAnswer(file.answers, answer) }))
  }

  #textOf(path: string): string | undefined {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return undefined
    }
  }

  #load(plan: RestfulPlan) {
    const path = this.pathOf(plan)
    const text = (path === undefined ? undefined : this.#textOf(path)) ?? writeStubFile(exampleFile(plan))
    const known = this.#read.get(plan.id)
    if (known?.text === text) return known
    const read = readStubFile(text, plan.id)
    if (Result.isFailure(read)) throw new StubFileProblem(`${path ?? plan.id} cannot be used:\n${read.failure}`)
    const { faults, file } = read.success
    const loaded = { text, file, state: { answers: file.answers, faults: new FaultSchedule(faults) } }
    this.#read.set(plan.id, loaded)
    return loaded
  }
}

/** The first number of .NET's `new Random(seed)`: Knuth's subtractive generator, as `System.Random` has it. */

const largest = 2_147_483_647
const seedConstant = 161_803_398
const tableSize = 55

const wrapped = (value: number): number => (value < 0 ? value + largest : value)

/** `new Random(seed).Next(max)`: an integer from 0 up to, not including, `max`; 0 when there is none. */
export const firstSeededInteger = (seed: number, max: number): number => {
  // Index 0 is unused; the first call to the generator takes entries 1 and 22.
  const table = Array.from({ length: tableSize + 1 }, () => 0)
  let previous = seedConstant - (seed === -2_147_483_648 ? largest : Math.abs(seed))
  let next = 1
  table[tableSize] = previous
  for (let step = 1; step < tableSize; step++) {
    const index = (21 * step) % tableSize
    table[index] = next
    next = wrapped(previous - next)
    previous = table[index] ?? 0
  }
  for (let round = 1; round < 5; round++) {
    for (let index = 1; index <= tableSize; index++) {
      const other = 1 + ((index + 30) % tableSize)
      table[index] = wrapped(((table[index] ?? 0) - (table[other] ?? 0)) | 0)
    }
  }
  const sample = wrapped((table[1] ?? 0) - (table[22] ?? 0))
  return Math.floor((sample === largest ? sample - 1 : sample) * (1 / largest) * Math.max(0, max))
}

/** What a suite found, as text and as a document. */
import { cpus, totalmem } from 'node:os'
import { canPin } from './processes.mjs'

const short = (value) => {
  const size = Math.abs(value)
  if (Number.isNaN(value)) return '-'
  if (size >= 1e6) return `${(value / 1e6).toFixed(2)}M`
  if (size >= 1e5) return `${Math.round(value / 1000)}k`
  if (size >= 1e4) return `${(value / 1000).toFixed(1)}k`
  if (size >= 100) return String(Math.round(value))
  if (size >= 10) return value.toFixed(1)
  return value.toFixed(size >= 1 ? 2 : 3)
}

/** A cell: `median`, `ratio` (to the baseline) or `added` (over the baseline) of one measure in one mode. */
const cell = (modes, { median, mode, scale = 1, ...column }) => {
  const found = modes[mode]
  if (found === undefined) return '-'
  if (median !== undefined) return short((found.median[median] ?? Number.NaN) * scale)
  if (column.added !== undefined) return short((found.added[column.added] ?? Number.NaN) * scale)
  const ratio = found.ratio[column.ratio]?.median ?? Number.NaN
  return Number.isNaN(ratio) ? '-' : `${ratio < 0.1 ? ratio.toFixed(3) : ratio.toFixed(2)}x`
}

const line = (cells) => `| ${cells.join(' | ')} |`

const table = ({ columns, firstColumn }, entries) =>
  [
    line([firstColumn, ...columns.map(({ title }) => title)]),
    line(['---', ...columns.map(() => '---:')]),
    ...entries.map(({ modes, name }) => line([name, ...columns.map((column) => cell(modes, column))]))
  ].join('\n')

/** What an aim measures: a paired ratio to the baseline, or medians of two entries by one another. */
const measured = ({ against, entry, measure, mode }, entries) => {
  const of = (id) => entries.find((candidate) => candidate.id === id)?.modes[mode]
  const own = of(entry)
  if (own === undefined) return undefined
  const ratio =
    against === undefined ? own.ratio[measure]?.median : own.median[measure] / (of(against)?.median[measure] ?? NaN)
  return Number.isFinite(ratio) ? ratio : undefined
}

/** The aims of a suite that could be measured. */
const judged = (suite, entries) =>
  (suite.aims ?? []).flatMap((aim) => {
    const ratio = measured(aim, entries)
    return ratio === undefined
      ? []
      : [{ aim: aim.text, entry: aim.entry, atMost: aim.atMost, measured: ratio, met: ratio <= aim.atMost }]
  })

/** One suite as a document; `docs` of the members is the README's section "The document". */
export const documentOf = (suite, { baseline, entries, skipped }) => ({
  suite: suite.id,
  title: suite.title,
  date: new Date().toISOString(),
  node: process.version,
  machine: {
    processor: cpus()[0]?.model.trim() ?? '',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform}-${process.arch}`,
    pinned: canPin
  },
  baseline,
  entries,
  aims: judged(suite, entries),
  skipped
})

/** One suite as Markdown. */
export const textOf = (suite, { aims, date, entries, machine, node, skipped }) =>
  [
    `## ${suite.title}`,
    '',
    `${date.slice(0, 10)}, ${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, Node ${node}`,
    '',
    table(suite, entries),
    '',
    ...aims.map(
      ({ aim, atMost, measured: ratio, met }) =>
        `${met ? 'met   ' : 'MISSED'}  ${aim}: ${ratio.toFixed(2)} (at most ${atMost})`
    ),
    ...skipped.map(({ id, reason }) => `not measured: ${id} (${reason})`)
  ].join('\n')

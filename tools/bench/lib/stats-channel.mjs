// For server processes: tell the parent the port, answer its questions about CPU time and memory.
let peak = 0
const sample = () => {
  const r = process.memoryUsage().rss / 1048576
  if (r > peak) peak = r
  return r
}
export const announce = (message) => {
  setInterval(sample, 200).unref()
  process.on('message', (m) => {
    if (m === 'stats') {
      const c = process.cpuUsage()
      process.send({ cpuMs: (c.user + c.system) / 1000, rssMb: sample(), peakRssMb: peak })
    }
  })
  process.on('disconnect', () => process.exit(0))
  process.send(message)
}

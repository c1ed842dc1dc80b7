/** For server processes: tells the parent the origin, and answers its questions about processor time and memory. */

/** Sends the message, and answers `stats` from then on. */
export const announce = (message) => {
  let peakRssMb = 0
  const sample = () => {
    const rssMb = process.memoryUsage.rss() / 2 ** 20
    peakRssMb = Math.max(peakRssMb, rssMb)
    return rssMb
  }
  setInterval(sample, 200).unref()
  process.on('message', (question) => {
    if (question !== 'stats') return
    const { system, user } = process.cpuUsage()
    process.send({ cpuMs: (user + system) / 1000, rssMb: sample(), peakRssMb })
  })
  process.on('disconnect', () => process.exit(0))
  process.send(message)
}

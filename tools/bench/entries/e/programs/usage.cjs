// Preloaded in the memory runs only: reports the resources of the process when it ends.
process.on('exit', () => {
  const u = process.resourceUsage()
  require('node:fs').writeSync(
    2,
    `\n@usage ${JSON.stringify({ rssMb: u.maxRSS / 1024, cpuMs: (u.userCPUTime + u.systemCPUTime) / 1000 })}\n`
  )
})

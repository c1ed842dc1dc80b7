/** Where stubs listen, and where the services that they record are. */

/** The ports that the project file already calls, by host. */
const configuredPorts = (hosts: Readonly<Record<string, string>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(hosts).flatMap(([host, url]) => {
      const parsed = URL.canParse(url) ? new URL(url) : undefined
      const isHere = parsed !== undefined && ['127.0.0.1', 'localhost'].includes(parsed.hostname)
      return isHere && parsed.port !== '' ? [[host.toLowerCase(), Number(parsed.port)]] : []
    })
  )

/** The port for each host: what the project file calls, else one after the other from the first, else any. */
export const portsFrom = (hosts: Readonly<Record<string, string>>, first: number | undefined) => {
  const configured = configuredPorts(hosts)
  let next = first
  return (host: string): number => {
    if (next !== undefined) return next++
    return configured.get(host) ?? 0
  }
}

/** Where the real services are when they are recorded. */
export const originOf = (hosts: ReadonlyArray<readonly [string, string]>) => (origin: string) => {
  const { host } = new URL(origin)
  const found = hosts.find(([name]) => name.toLowerCase() === host)?.[1]
  return found !== undefined && URL.canParse(found) ? new URL(found).origin : origin
}

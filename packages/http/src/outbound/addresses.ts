/** Which IP addresses a request may reach: a guard against requests that are forged to reach inner services (SSRF). */
import { BlockList, isIP } from 'node:net'

/**
 * What a request must not reach:
 * - `none`: everything is allowed;
 * - `metadata`: the addresses at which clouds give credentials to their machines;
 * - `private`: those, and every address that is not on the public Internet.
 */
export type AddressRule = 'none' | 'metadata' | 'private'

type Subnet = readonly [network: string, prefix: number]

/** AWS, Azure, Google and others on 169.254.169.254 and its neighbours; Azure's wire server; Alibaba; AWS over IPv6. */
const metadataSubnets: ReadonlyArray<Subnet> = [
  ['169.254.0.0', 16],
  ['168.63.129.16', 32],
  ['100.100.100.200', 32],
  ['192.0.0.192', 32],
  ['fd00:ec2::254', 128],
  ['fe80::', 10]
]

/** IANA's special-purpose registries (RFC 6890) without what is globally reachable. */
const privateSubnets: ReadonlyArray<Subnet> = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Loopback, and addresses that hold an IPv4 address which something on the way may reach: compatible ones, NAT64, 6to4.
  // (Mapped ones, ::ffff:0:0/96, are checked as the IPv4 address that they hold.)
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fec0::', 10],
  ['ff00::', 8]
]

const listOf = (subnets: ReadonlyArray<Subnet>): BlockList => {
  const list = new BlockList()
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4')
  return list
}

const lists = {
  metadata: listOf(metadataSubnets),
  private: listOf([...metadataSubnets, ...privateSubnets])
} as const

const loopback = listOf([
  ['127.0.0.0', 8],
  ['::1', 128]
])

const bare = (host: string): string => (host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host)

const contains = (list: BlockList, address: string): boolean => {
  const family = isIP(address)
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** Whether a rule refuses an address (`10.0.0.1`, `::1`, `[::1]`); a host name is never refused by itself. */
export const isRefused = (rule: AddressRule, address: string): boolean =>
  rule !== 'none' && contains(lists[rule], bare(address))

/** Whether a host is this machine: `localhost` and the names below it (RFC 6761), 127.0.0.0/8, ::1. */
export const isLoopback = (host: string): boolean => /(^|\.)localhost\.?$/i.test(host) || contains(loopback, bare(host))

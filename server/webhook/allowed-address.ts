import { BlockList, isIPv6 } from 'node:net'

/** Where no stranger's program runs: this machine, private networks, what routers and clouds keep for themselves (RFC 6890). */
const special = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 96],
  // These carry an address of the old kind, which would pass by the list above.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 23],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  special.addSubnet(network, bits, 'ipv6')

const family = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** Whether an address lies in a network of the company's own that was opened for webhooks. */
export function isOwnNetwork(address: string, networks: BlockList | null): boolean {
  return networks?.check(address, family(address)) ?? false
}

/** Whether a webhook may have its target there: a public address, or an own network that was opened for it. */
export function isAllowedAddress(address: string, networks: BlockList | null): boolean {
  return isOwnNetwork(address, networks) || !special.check(address, family(address))
}

/**
 * Which addresses of the internet a server may go to on somebody's word: only those that belong to nobody's own network.
 * After the registries of special-purpose addresses of IANA (RFC 6890 and its updates). An IPv6 address that carries an
 * IPv4 one counts as that one.
 */
import { BlockList, isIP } from 'node:net'

const V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
/** Unique local, link-local and multicast; 2001::/23 and 64:ff9b::/96 lead to other networks, 2002::/16 to IPv4. */
const V6 = [
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const

const special = new BlockList()
for (const [network, bits] of V4) special.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of V6) special.addSubnet(network, bits, 'ipv6')

/** @param address without brackets and zone. @returns false for what is no address at all, too. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special.check(address, 'ipv4')
  if (family === 6) return !special.check(address, 'ipv6') && !isMapped(address)
  return false
}

/** `::ffff:10.0.0.1` in any of its spellings: no server that people publish a feed on is called so. */
const mapped = new BlockList()
mapped.addSubnet('::ffff:0:0', 96, 'ipv6')
const isMapped = (address: string) => mapped.check(address, 'ipv6')

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))
}

// Who is at the other end of a connection, as far as a machine can say.
import { isIP, isIPv4 } from 'node:net'

interface Connection {
  /** The address of whoever opened it. */
  readonly socketAddress: string | undefined
  /** The X-Forwarded-For header: each proxy adds whom it was asked by, and a stranger may begin it with anything. */
  readonly forwardedFor: string | undefined
  /** How many proxies of the shop's own stand before it. */
  readonly trustedProxies: number
}

/**
 * The address that a request is counted under: that of the connection, or behind proxies the one that the outermost of them
 * saw. An IPv6 address stands for its network of 64 bits, of which one customer has all.
 */
export function clientAddress({ socketAddress, forwardedFor, trustedProxies }: Connection): string {
  const forwarded = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  const hops = [socketAddress ?? '', ...forwarded.toReversed()].map(bareAddress)
  // Whatever stands before something that is no address was written by no proxy.
  const until = hops.findIndex((hop) => isIP(hop) === 0)
  const known = until === -1 ? hops : hops.slice(0, until)
  return network(known[Math.min(trustedProxies, known.length - 1)] ?? 'unknown')
}

// Some proxies add the port, and Node.js writes IPv4 as IPv6 where it listens on both.
function bareAddress(hop: string): string {
  const [, bracketed, address = hop] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(hop) ?? []
  return (bracketed ?? address).replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '')
}

function network(address: string): string {
  if (isIPv4(address) || isIP(address) === 0) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')]
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

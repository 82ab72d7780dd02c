// Ids look like Stripe's: a prefix and base-62 letters from the system's random source.
import { randomBytes } from 'node:crypto'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const pool = { bytes: Buffer.alloc(0), next: 0 }

/** A new id: the prefix as given (`cs_test_a1`) and so many random letters after it. */
export function newId(prefix: string, length: number): string {
  let id = prefix
  while (id.length < prefix.length + length) id += letters[nextByte() % 64] ?? ''
  return id
}

/** The id of an object that belongs to a payment; Stripe lets them share a stem (`pi_3…`, `ch_3…`, `evt_3…`). */
export function siblingId(prefix: string, paymentIntent: string): string {
  return `${prefix}${paymentIntent.slice(3, 19)}${newId('', 8)}`
}

function nextByte(): number {
  if (pool.next >= pool.bytes.length) {
    pool.bytes = randomBytes(4096)
    pool.next = 0
  }
  pool.next += 1
  return pool.bytes[pool.next - 1] ?? 0
}

import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether two secrets are the same. Takes the same time whatever they have in common. */
export function isSameSecret(known: string, given: string): boolean {
  return timingSafeEqual(digest(known), digest(given))
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

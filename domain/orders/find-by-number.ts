import { createHash, timingSafeEqual } from 'node:crypto'
import { reader } from '#prisma/client'

interface Claim {
  /** The order's id. */
  readonly id: string
  /** The address that its receipt went to, however its reader writes it. */
  readonly email: string
}

/**
 * The token of the order with this id, for whoever knows the address it was paid with; null for everybody else. It does the
 * same work whether there is no such order, nobody has paid it, or the address is another.
 */
export async function findTokenByNumber({ id, email }: Claim): Promise<string | null> {
  const order = await reader().order.findUnique({ where: { id }, select: { token: true, email: true } })
  const isTheirs = timingSafeEqual(digest(order?.email ?? ''), digest(email))
  return order?.email && isTheirs ? order.token : null
}

function digest(email: string): Buffer {
  return createHash('sha256').update(plainEmail(email)).digest()
}

/** An address as it is compared: without blanks around it, in small letters and in the forms of Latin script. */
export function plainEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}

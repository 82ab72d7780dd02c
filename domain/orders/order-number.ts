// An order's number is its id: made to be read aloud over a telephone, and read again however somebody types it.

// Crockford's alphabet has no letter that sounds or looks like another. https://www.crockford.com/base32.html
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const half = 5
const number = new RegExp(`^[${alphabet}]{${half * 2}}$`)

/** An order's id out of ten random bytes: "7Q4DX-2MXPW", 50 bits. */
export function orderId(bytes: Buffer): string {
  return grouped([...bytes].map((byte) => alphabet[byte % 32]).join(''))
}

/**
 * The order's id that somebody typed, or null when it cannot be one. Capitals and small letters, full-width forms, blanks and
 * dashes wherever they are, O for 0 and I or L for 1 all mean the same; so do a # and the word for an order before it.
 */
export function parseOrderNumber(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^(?:ORDER(?=[\s:#])|订单号?|[#:\s])+/u, '')
    .replace(/[\s\p{Dash}\p{Cf}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return number.test(letters) ? grouped(letters) : null
}

function grouped(letters: string): string {
  return `${letters.slice(0, half)}-${letters.slice(half, half * 2)}`
}

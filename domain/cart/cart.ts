// What a shopper wants: skus and quantities, never a price. It lives in a cookie of the browser, so every
// reading of it is a reading of a stranger's text.

export interface CartLine {
  readonly sku: string
  readonly quantity: number
}
export type Cart = readonly CartLine[]

export const maximumQuantity = 99
export const maximumLines = 50

const skuForm = /^[a-z0-9][a-z0-9-]{0,63}$/

/** Whether `value` has the form of a sku; it need not exist. */
export function isSku(value: unknown): value is string {
  return typeof value === 'string' && skuForm.test(value)
}

/** Whether `value` is a number of units that one line may have: a whole number from 1 to 99. */
export function isQuantity(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= maximumQuantity
}

/** The cart in a cookie's text ("mug:2.gaiwan:1"). What cannot be read is left out, so one bad line loses no other. */
export function readCart(text: string | undefined): Cart {
  const lines = (text ?? '').split('.').map(readLine)
  return mergeLines(lines.filter((line) => line !== null)).slice(0, maximumLines)
}

/** The cookie's text for a cart. */
export function writeCart(cart: Cart): string {
  return cart.map(({ sku, quantity }) => `${sku}:${quantity}`).join('.')
}

/** The cart with `line` added to what it has of that sku, up to 99 units. */
export function addToCart(cart: Cart, line: CartLine): Cart {
  return mergeLines([...cart, line])
}

/** The cart with exactly `line.quantity` units of that sku; 0 takes the line out. */
export function setQuantity(cart: Cart, line: CartLine): Cart {
  if (line.quantity === 0) return cart.filter(({ sku }) => sku !== line.sku)
  const known = cart.some(({ sku }) => sku === line.sku)
  return known ? cart.map((old) => (old.sku === line.sku ? line : old)) : [...cart, line]
}

/** The cart with `line` back at its place, `at` lines from the top. A cart that has the sku already is left as it is. */
export function putBack(cart: Cart, line: CartLine, at: number): Cart {
  return cart.some(({ sku }) => sku === line.sku) ? cart : cart.toSpliced(at, 0, line)
}

/** One line for each sku, in the order in which they first came, none with more than 99 units. */
export function mergeLines(lines: Cart): Cart {
  const quantities = new Map<string, number>()
  for (const { sku, quantity } of lines) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity)
  return [...quantities].map(([sku, quantity]) => ({ sku, quantity: Math.min(quantity, maximumQuantity) }))
}

function readLine(text: string): CartLine | null {
  const [sku, digits] = text.split(':')
  const quantity = /^\d{1,2}$/.test(digits ?? '') ? Number(digits) : 0
  return isSku(sku) && isQuantity(quantity) ? { sku, quantity } : null
}

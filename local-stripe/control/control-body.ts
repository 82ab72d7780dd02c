// The bodies of the control API are JSON; what is wrong with one is said plainly.

/** A body that cannot be taken; the message says why. */
export class BadOrder extends Error {}

export type Body = Record<string, unknown>

/** The members of a JSON object, {} for an empty body. Throws BadOrder. */
export function readBody(text: string | null): Body {
  if (text === null || text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    throw new BadOrder('The body is not JSON.')
  }
  throw new BadOrder('The body must be a JSON object.')
}

/** A member that must be a text. */
export function textOf(body: Body, name: string): string {
  const value = body[name]
  if (typeof value === 'string' && value !== '') return value
  throw new BadOrder(`"${name}" must be a text.`)
}

/** A member that must be a whole number; where there is a default, it may be left out. */
export function countOf(body: Body, name: string, otherwise?: number): number {
  const value = body[name] === undefined ? otherwise : body[name]
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new BadOrder(`"${name}" must be a whole number.`)
}

/** A whole number in a query, or its default when it is not there. */
export function countIn(query: URLSearchParams, name: string, otherwise: number): number {
  const value = query.get(name)
  if (value === null) return otherwise
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new BadOrder(`"${name}" must be a whole number.`)
}

/** A member that must be true or false. */
export function flagOf(body: Body, name: string): boolean {
  const value = body[name]
  if (typeof value === 'boolean') return value
  throw new BadOrder(`"${name}" must be true or false.`)
}

/** A member that must be one of the given words. */
export function oneOf<const Word extends string>(body: Body, name: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === body[name])
  if (word !== undefined) return word
  throw new BadOrder(`"${name}" must be one of ${words.join(', ')}.`)
}

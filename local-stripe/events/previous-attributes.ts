// What an `*.updated` event says about the time before (https://docs.stripe.com/api/events/object#event_object-data).

type Json = Record<string, unknown>

/** The members that changed with their old values; inside objects only what changed. Null for what was not there. */
export function previousAttributes(before: object, after: object): Json {
  const [old, young]: [Json, Json] = [{ ...before }, { ...after }]
  const names = new Set([...Object.keys(old), ...Object.keys(young)])
  const changed = [...names].filter((name) => JSON.stringify(old[name]) !== JSON.stringify(young[name]))
  return Object.fromEntries(changed.map((name) => [name, previousValue(old[name], young[name])]))
}

function previousValue(before: unknown, after: unknown): unknown {
  return isObject(before) && isObject(after) ? previousAttributes(before, after) : (before ?? null)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

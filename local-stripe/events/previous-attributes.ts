// What an `…updated` event says of the object before: only what changed, and of nested hashes only the keys that did
// (https://docs.stripe.com/api/events/object#event_object-data-previous_attributes).

/** The values that differ, as they were before; null for what was not there. Null when nothing differs. */
export function previousAttributes(before: object, after: object): Record<string, unknown> | null {
  const old = new Map(Object.entries(before))
  const now = new Map(Object.entries(after))
  const names = new Set([...old.keys(), ...now.keys()])
  const changed = [...names].flatMap((name) => {
    const was: unknown = old.get(name) ?? null
    const is: unknown = now.get(name) ?? null
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [[name, isHash(was) && isHash(is) ? previousAttributes(was, is) : was]]
  })
  return changed.length === 0 ? null : Object.fromEntries(changed)
}

function isHash(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

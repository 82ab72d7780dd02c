// New metadata: an empty value is no value.

/** Metadata without the keys whose value is empty. */
export function withoutEmpty(metadata: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== ''))
}

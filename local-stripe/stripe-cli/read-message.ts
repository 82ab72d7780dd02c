// What the CLI says over its socket: that it got something, and what the shop behind it answered.

export type Message = { type: 'event_ack'; key: string } | { type: 'webhook_response' }

/** A message from its JSON; null for what the CLI does not say. */
export function readMessage(text: string): Message | null {
  const said = parse(text)
  if (said['type'] === 'webhook_response') return { type: 'webhook_response' }
  if (said['type'] !== 'event_ack') return null
  // Snapshots are acknowledged by their conversation, thin events by their id, log lines by theirs.
  const names = [said['webhook_conversation_id'], said['webhook_id'], said['event_id']]
  const key = names.find((name) => typeof name === 'string' && name !== '')
  return typeof key === 'string' ? { type: 'event_ack', key } : null
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

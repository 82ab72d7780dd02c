// An event goes to a listener as a snapshot in two versions, as a thin event, or both.
import { newestVersion } from '../api/api-version.ts'
import { newId } from '../store/new-id.ts'
import type { ObjectStore } from '../store/object-store.ts'
import type { Event } from '../store/stripe-types.ts'
import { snapshotFrame, thinFrame, type Frame } from './frames.ts'
import type { Outbox } from './outbox.ts'
import { thinEventOf, thinNotification } from './thin-events.ts'

type Receiver = {
  wish: { features: readonly string[]; secret: string; destination: string }
  outbox: Outbox
}
export type Making = {
  store: ObjectStore
  /** An event's payload in a version, null for the account's own. */
  render: (event: Event, version: string | null) => string
  /** What a signature is dated with, in seconds. */
  signingTime: () => number
}

/** Puts an event into a listener's outbox, in the forms that it asked for. */
export function oweEvent(making: Making, receiver: Receiver, id: string): void {
  if (receiver.wish.features.includes('webhooks')) oweSnapshots(making, receiver, id)
  if (receiver.wish.features.includes('v2_events')) oweThin(making, receiver, id)
}

function oweSnapshots(making: Making, { wish, outbox }: Receiver, id: string): void {
  for (const version of [null, newestVersion]) {
    const conversation = newId('wc_', 24)
    const names = { version, conversation, webhook: newId('wh_', 24) }
    const make = (): Frame | null => {
      const event = making.store.find('event', id)
      if (event === null) return null
      const payload = making.render(event, version)
      return snapshotFrame({ payload, secret: wish.secret, at: making.signingTime() }, names)
    }
    outbox.add(conversation, make, id)
  }
}

function oweThin(making: Making, { wish, outbox }: Receiver, id: string): void {
  const event = making.store.find('event', id)
  const thin = event && thinEventOf(event)
  if (thin === null) return
  const payload = JSON.stringify(thinNotification(thin))
  const make = () => thinFrame({ payload, secret: wish.secret, at: making.signingTime() }, wish.destination)
  outbox.add(thin.id, make, id)
}

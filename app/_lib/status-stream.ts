// What becomes of an order, told as it happens: server-sent events whose data is the status, and nothing else.
// https://html.spec.whatwg.org/multipage/server-sent-events.html
import { type FollowOrder, followOrder } from '#domain/orders/follow-orders'
import { isWaiting, type KnownStatus } from '#domain/orders/status-store'

// Proxies close a connection on which nothing moves, many after a minute; and nobody waits at a page for hours.
const patience = { heartbeatMs: 20_000, longestMs: 5 * 60_000 }

interface StatusStream {
  readonly known: KnownStatus
  /** Called once, when the stream has ended, whoever ended it. */
  readonly ended: () => void
  /** Aborted when its reader goes away, who may do so before anything of it is read: then nobody cancels it. */
  readonly gone?: AbortSignal
  readonly follow?: FollowOrder
  readonly patience?: typeof patience
}

const open = new Set<() => void>()
// Next.js waits for every answer to end before it stops: none of these would for minutes. Where nobody else listens, a signal
// ends the process as if this were not here.
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    endAll()
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  })

/**
 * A stream that says the order's status at once and whenever it changes. It ends when the order waits for nothing any more,
 * after five minutes, when its reader goes away, or when the shop stops.
 */
export function statusStream(stream: StatusStream): ReadableStream<Uint8Array> {
  let telling: Telling | null = null
  return new ReadableStream({
    start: (controller) => void (telling = tell(stream, controller)),
    cancel: () => void telling?.stop(),
  })
}

/** Ends every stream that is open. */
export function endAll(): void {
  for (const end of open) end()
}

interface Telling {
  /** Stops telling; false: it has been stopped before. */
  readonly stop: () => boolean
}

function tell(
  { known, ended, gone, follow = followOrder, patience: { heartbeatMs, longestMs } = patience }: StatusStream,
  controller: ReadableStreamDefaultController<Uint8Array>,
): Telling {
  let last: string | null = null
  const write = (text: string) => controller.enqueue(Buffer.from(text))

  function say({ status }: Pick<KnownStatus, 'status'>): void {
    if (status !== last) write(`data: ${status}\n\n`)
    last = status
    if (!isWaiting(status)) end()
  }

  const unfollow = follow(known.id, (status) => open.has(end) && say({ status }))
  const timers = [setInterval(write, heartbeatMs, ':\n\n'), setTimeout(end, longestMs)]
  function stop(): boolean {
    if (!open.delete(end)) return false
    for (const timer of timers) clearTimeout(timer)
    unfollow()
    ended()
    return true
  }
  function end(): void {
    if (stop()) controller.close()
  }

  open.add(end)
  say(known)
  gone?.addEventListener('abort', end, { once: true })
  if (gone?.aborted) end()
  return { stop }
}

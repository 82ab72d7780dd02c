// A click on Buy now as a shopper meets it: a payment page, a word to try again, or a connection that broke.
import { setTimeout as pause } from 'node:timers/promises'
import type { Kill } from '../kills/plan.ts'
import type { Lane } from './lane.ts'
import { tardiness } from '../tardiness.ts'

export interface Clicked {
  readonly session: { readonly id: string; readonly url: string } | null
  /** As it took, whoever was to blame. */
  readonly ms: number
  /** Whether the shop was killed meanwhile. */
  readonly killed: boolean
  /** What a shopper must not meet. */
  readonly problem: string | null
}

const patienceMs = 12_000

interface Click {
  readonly cookie: string
  readonly item: { readonly sku: string; readonly quantity: number }
  readonly kill: Kill | null
}

/** Clicks once. The shop is there when it begins; where `kill` is, it may be gone when it ends. */
export async function click(lane: Lane, { cookie, item, kill }: Click): Promise<Clicked> {
  const shop = await lane.shop()
  const [started, lateBefore] = [performance.now(), tardiness()]
  const answer = await fetch(`${shop.url}/api/checkout_sessions`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Cookie: cookie,
      'Torture-Order': JSON.stringify({ kill }),
    },
    body: JSON.stringify({ items: [item], currency: 'usd' }),
  }).then(readAnswer, () => null)
  const ms = performance.now() - started
  const ownMs = ms - (tardiness() - lateBefore)
  // A process that was killed is gone a moment later.
  if (kill && answer === null) await pause(200)
  const killed = shop.ended()
  const session = answer?.session ?? null
  return { session, ms, killed, problem: problemOf(answer, { ms: ownMs, killed }) }
}

async function readAnswer(answer: Response) {
  const body = await answer.text()
  const session = answer.status === 200 ? (JSON.parse(body) as { id: string; url: string }) : null
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body, session }
}

type Answer = Awaited<ReturnType<typeof readAnswer>>

function problemOf(answer: Answer | null, { ms, killed }: { ms: number; killed: boolean }): string | null {
  if (ms > patienceMs) return `a click took ${Math.round(ms)} ms, without what the machine was late`
  if (answer === null) return killed ? null : 'the connection broke, though the shop was not killed'
  const { status, retryAfter, body } = answer
  if (status === 200 || (status === 503 && retryAfter !== null)) return null
  return `a click was answered with ${status}${retryAfter === null ? '' : ` (Retry-After ${retryAfter})`}: ${body}`
}

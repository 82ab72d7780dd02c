// What shoppers do all day.
import { setTimeout as pause } from 'node:timers/promises'
import { payFor } from '../buyers/crowd.ts'
import { post } from '../deliver.ts'
import { type Random, randomOf } from '../random.ts'
import type { LocalStripe } from '../shops.ts'

interface Shopping {
  readonly shopUrl: string
  readonly stripe: LocalStripe
  readonly perSecond: number
  /** Milliseconds of the clock. */
  readonly until: number
  readonly seed: number
}

interface Shopped {
  readonly done: number
  /** How many were told that the shop is busy and to come again. */
  readonly busy: number
  readonly problems: string[]
}

const pages = [
  '/en',
  '/zh-CN',
  '/en/products/gaiwan',
  '/zh-CN/products/gaiwan',
  '/en/cart',
  '/api/products',
  '/nope',
]

/** Visits the shop until the time is up, then waits for the last answers. */
export async function shopAround({ shopUrl, stripe, perSecond, until, seed }: Shopping): Promise<Shopped> {
  const random = randomOf(seed).fork('visits')
  const problems: string[] = []
  const open = new Set<Promise<void>>()
  let [done, busy] = [0, 0]
  for (let due = Date.now(); due < until; due += 1000 / perSecond) {
    await pause(Math.max(0, due - Date.now()))
    const visit = visitOnce(shopUrl, stripe, random)
      .catch((error: unknown) => {
        if (error instanceof Busy) busy += 1
        else problems.push(String(error))
      })
      .finally(() => {
        done += 1
        open.delete(visit)
      })
    open.add(visit)
  }
  await Promise.all(open)
  return { done, busy, problems }
}

/** The shop has said that it is busy, as it may when the machine is. */
class Busy extends Error {}

function refuse(what: string, status: number): Error {
  return status === 503 ? new Busy(what) : new Error(`${what} answered ${status}`)
}

async function visitOnce(shopUrl: string, stripe: LocalStripe, random: Random): Promise<void> {
  const kind = random.next()
  if (kind < 0.7) return look(`${shopUrl}${random.pick(pages)}`)
  if (kind < 0.85) return changeCart(shopUrl, random)
  if (kind < 0.95) return buy(shopUrl, stripe)
  return forge(shopUrl, random)
}

async function look(url: string): Promise<void> {
  const answer = await fetch(url)
  await answer.text()
  if (answer.status >= 500) throw refuse(url, answer.status)
}

async function changeCart(shopUrl: string, random: Random): Promise<void> {
  const body = JSON.stringify({ sku: 'gaiwan', quantity: random.integer(0, 3), action: 'set' })
  const { status } = await post(`${shopUrl}/api/cart`, body)
  if (status !== 200) throw refuse('the cart', status)
}

async function buy(shopUrl: string, stripe: LocalStripe): Promise<void> {
  const body = JSON.stringify({ items: [{ sku: 'gaiwan', quantity: 1 }], currency: 'usd' })
  const answer = await post(`${shopUrl}/api/checkout_sessions`, body)
  if (answer.status !== 200) throw refuse('a checkout', answer.status)
  const { id } = JSON.parse(answer.body) as { id: string }
  await payFor([id], stripe)
  await look(`${shopUrl}/en/success?session_id=${id}`)
}

async function forge(shopUrl: string, random: Random): Promise<void> {
  const signature = `t=${random.integer(1, 2e9)},v1=${'0'.repeat(64)}`
  const { status } = await post(`${shopUrl}/api/webhooks/stripe`, '{}', { 'Stripe-Signature': signature })
  if (status !== 400 && status !== 429) throw new Error(`a forgery was answered ${status}`)
}

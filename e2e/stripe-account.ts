// The Stripe account that a worker's shop sells with, over HTTP: Local Stripe, or Stripe itself.
import { once } from 'node:events'
import { freePort, type Server, start, startServer, untilReady } from './server.ts'
import { againstStripe } from './stripe-mode.ts'

/** A Checkout Session, as far as the stories look at it. */
export interface StripeSession {
  readonly id: string
  readonly status: 'open' | 'complete' | 'expired'
  readonly payment_status: 'paid' | 'unpaid' | 'no_payment_required'
  readonly client_reference_id: string
  readonly success_url: string
}

export interface StripeAccount {
  /** What the shop needs to know to sell with it. */
  readonly settings: Readonly<Record<string, string>>
  /** Local Stripe's address; null for Stripe itself. */
  readonly localUrl: string | null
  /** Sees to it that webhooks reach `url`, and gives their secret. */
  readonly registerWebhook: (url: string) => Promise<string>
  /** Calls Stripe's API; `fields` make it a POST. */
  readonly call: (path: string, fields?: Readonly<Record<string, string>>) => Promise<unknown>
  readonly stop: () => Promise<void>
}

/** Starts Local Stripe, or uses the account that STRIPE_SECRET_KEY is of. */
export async function startStripe(): Promise<StripeAccount> {
  return againstStripe ? useStripe() : startLocalStripe()
}

async function startLocalStripe(): Promise<StripeAccount> {
  const port = String(await freePort())
  const localUrl = `http://127.0.0.1:${port}`
  const settings = {
    STRIPE_SECRET_KEY: 'sk_test_localstripe',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_localstripe',
    STRIPE_API_BASE: localUrl,
  }
  const server = await startServer({
    args: ['local-stripe/main.ts'],
    env: { ...settings, LOCAL_STRIPE_PORT: port, LOCAL_STRIPE_DATA: ':memory:' },
    readyUrl: `${localUrl}/_local/health`,
  })
  const call = caller(localUrl, settings.STRIPE_SECRET_KEY)
  return {
    settings,
    localUrl,
    call,
    stop: server.stop,
    async registerWebhook(url) {
      const endpoint = await call('/v1/webhook_endpoints', { url, 'enabled_events[]': '*' })
      return (endpoint as { secret: string }).secret
    },
  }
}

// https://docs.stripe.com/stripe-cli/use-cli
async function useStripe(): Promise<StripeAccount> {
  const { STRIPE_SECRET_KEY = '', STRIPE_PUBLISHABLE_KEY = '' } = process.env
  const listeners: Server[] = []
  const listen = (...args: string[]) =>
    start('npx', ['--yes', '@stripe/cli@1.52.0', 'listen', ...args], { STRIPE_API_KEY: STRIPE_SECRET_KEY })
  return {
    settings: { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_API_BASE: '' },
    localUrl: null,
    call: caller('https://api.stripe.com', STRIPE_SECRET_KEY),
    async registerWebhook(url) {
      const asked = listen('--print-secret')
      await once(asked.child, 'close')
      const secret = /whsec_\w+/.exec(asked.output())?.[0]
      if (!secret) throw new Error(`The Stripe CLI told no webhook secret:\n${asked.output()}`)
      const listener = listen('--forward-to', url, '--all-snapshot')
      listeners.push(listener)
      await untilReady(listener, () => listener.output().includes('Ready!'))
      return secret
    },
    stop: async () => void (await Promise.all(listeners.map(({ stop }) => stop()))),
  }
}

function caller(base: string, key: string): StripeAccount['call'] {
  return async (path, fields) => {
    const answer = await fetch(`${base}${path}`, {
      method: fields ? 'POST' : 'GET',
      headers: { Authorization: `Bearer ${key}` },
      ...(fields && { body: new URLSearchParams(fields) }),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
}

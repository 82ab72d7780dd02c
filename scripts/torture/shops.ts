// The shop under test: the built one, in production mode, as many processes as wanted, over real HTTP; and Local Stripe
// beside it. All output is kept; whatever still runs is killed when the command ends.
import { once } from 'node:events'
import { freePort, type Running, start, untilReady } from '../../e2e/server.ts'
import { next } from '../prepare.ts'

export const webhookSecret = 'whsec_of_the_torture_command'

export interface Shop {
  readonly url: string
  readonly webhookUrl: string
  readonly pid: number
  readonly output: () => string
  /** `kill -9`, and waits until it is gone. */
  readonly kill: () => Promise<void>
  /** Asks it to end, and kills it when it does not. */
  readonly stop: () => Promise<void>
  /** Whether it has ended. */
  readonly ended: () => boolean
}

interface ShopRequest {
  readonly databaseUrl: string
  /** Where Stripe is. Without one nothing answers there. */
  readonly stripeUrl?: string
  /** The address that other processes of the same shop share; its own when not given. */
  readonly shopUrl?: string
  /** A port of one's own choice: a shop that comes back where it was. */
  readonly port?: number
  readonly secret?: string
  /** A file to load before the shop's own: a fault from outside. */
  readonly preload?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Starts one process of a shop and waits until it serves. Throws with its output when it never does. */
export async function startShop(request: ShopRequest): Promise<Shop> {
  const port = request.port ?? (await freePort())
  const url = `http://localhost:${port}`
  const running = start(process.execPath, [next, 'start', '-p', String(port)], shopEnvironment(request, port))
  await untilReady(running, () => answersOk(`${url}/api/health`))
  return {
    url,
    webhookUrl: `${url}/api/webhooks/stripe`,
    pid: running.child.pid ?? 0,
    output: running.output,
    kill: () => kill(running),
    stop: running.stop,
    ended: () => running.child.exitCode !== null || running.child.signalCode !== null,
  }
}

/** The settings of a shop under test. Every one is named, so that none of the machine's own shop reaches it. */
export function shopEnvironment(request: ShopRequest, port = 3000): Record<string, string> {
  const { databaseUrl, stripeUrl = 'http://127.0.0.1:9', secret = webhookSecret, preload, env } = request
  return {
    DATABASE_URL: databaseUrl,
    SHOP_URL: request.shopUrl ?? `http://localhost:${port}`,
    PORT: String(port),
    STRIPE_SECRET_KEY: stripeKey,
    STRIPE_PUBLISHABLE_KEY: 'pk_test_localstripe',
    STRIPE_API_BASE: stripeUrl,
    STRIPE_WEBHOOK_SECRET: secret,
    SMTP_URL: '',
    RATE_LIMITS: 'off',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    ...(preload && { NODE_OPTIONS: `--import=${preload}` }),
    ...env,
  }
}

export interface LocalStripe {
  readonly url: string
  readonly output: () => string
  /** Calls Stripe's API; `fields` make it a POST. Throws when the answer is not 2xx. */
  readonly call: (path: string, fields?: Readonly<Record<string, string>>) => Promise<unknown>
  /** Calls the control API under /_local/; `body` makes it a POST. Throws when the answer is not 2xx. */
  readonly control: (path: string, body?: object) => Promise<unknown>
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

export const stripeKey = 'sk_test_localstripe'

/** Starts Local Stripe, in memory unless `data` names a file. */
export async function startLocalStripe({ data = ':memory:', port = 0 } = {}): Promise<LocalStripe> {
  const at = port || (await freePort())
  const url = `http://127.0.0.1:${at}`
  const env = { LOCAL_STRIPE_PORT: String(at), LOCAL_STRIPE_DATA: data, STRIPE_SECRET_KEY: stripeKey }
  const running = start(process.execPath, ['local-stripe/main.ts'], env)
  await untilReady(running, () => answersOk(`${url}/_local/health`))
  const headers = { Authorization: `Bearer ${stripeKey}` }
  return {
    url,
    output: running.output,
    call: (path, fields) =>
      ask(`${url}${path}`, { headers, ...(fields && { method: 'POST', body: new URLSearchParams(fields) }) }),
    control: (path, body) =>
      ask(`${url}/_local/${path}`, body && { method: 'POST', body: JSON.stringify(body) }),
    kill: () => kill(running),
    stop: running.stop,
  }
}

async function kill({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function answersOk(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  )
}

async function ask(url: string, request?: RequestInit): Promise<unknown> {
  const answer = await fetch(url, request)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

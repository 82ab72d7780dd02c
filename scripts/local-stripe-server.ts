// Local Stripe beside the shop, as a developer's Stripe account would be set up: running, with a webhook endpoint.
import { settings } from '../env.ts'
import { startServer } from './server.ts'

/** Starts Local Stripe where STRIPE_API_BASE says, unless it runs there already. */
export async function startLocalStripe(): Promise<void> {
  const { stripeApiBase } = settings()
  if (!stripeApiBase) return
  const readyUrl = `${stripeApiBase}/_local/health`
  const running = await fetch(readyUrl).then(
    (answer) => answer.ok,
    () => false,
  )
  if (running) return
  const env = { LOCAL_STRIPE_PORT: new URL(stripeApiBase).port, LOCAL_STRIPE_DATA: 'data/local-stripe.db' }
  await startServer({
    name: 'Local Stripe',
    script: 'local-stripe/main.ts',
    env,
    readyUrl,
    log: 'data/local-stripe.log',
  })
}

interface Endpoint {
  readonly id: string
  readonly url: string
  readonly secret: string
}

/** Registers the shop's webhook endpoint and gives its secret. Stripe tells a secret once, so an earlier endpoint goes. */
export async function registerWebhook(url: string): Promise<string> {
  await removeWebhook(url)
  const body = new URLSearchParams({ url, 'enabled_events[]': '*' })
  return ((await callStripe('POST', '/v1/webhook_endpoints', body)) as Endpoint).secret
}

/** Removes the endpoints that deliver to `url`. */
export async function removeWebhook(url: string): Promise<void> {
  const { data } = (await callStripe('GET', '/v1/webhook_endpoints?limit=100')) as { data: Endpoint[] }
  for (const old of data.filter((endpoint) => endpoint.url === url)) {
    await callStripe('DELETE', `/v1/webhook_endpoints/${old.id}`)
  }
}

async function callStripe(method: string, path: string, body?: URLSearchParams): Promise<unknown> {
  const { stripeApiBase, stripeSecretKey } = settings()
  const answer = await fetch(`${stripeApiBase}${path}`, {
    method,
    headers: { Authorization: `Bearer ${stripeSecretKey}` },
    ...(body && { body }),
  })
  if (!answer.ok)
    throw new Error(`Local Stripe: ${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

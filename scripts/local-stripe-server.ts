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
  const { LOCAL_STRIPE_DATA = 'data/local-stripe.db' } = process.env
  const env = { LOCAL_STRIPE_PORT: new URL(stripeApiBase).port, LOCAL_STRIPE_DATA }
  await startServer({
    name: 'Local Stripe',
    script: 'local-stripe/main.ts',
    env,
    readyUrl,
    log: 'data/local-stripe.log',
  })
}

/** The secret of Local Stripe's endpoint for `url`: the same after a restart, so that what it could not deliver before still counts. */
export async function registerWebhook(url: string): Promise<string> {
  const { secret } = (await callStripe('POST', '/_local/webhooks/endpoint', JSON.stringify({ url }))) as {
    secret: string
  }
  return secret
}

/** Removes the endpoints that deliver to `url`. */
export async function removeWebhook(url: string): Promise<void> {
  const { data } = (await callStripe('GET', '/v1/webhook_endpoints?limit=100')) as {
    data: { id: string; url: string }[]
  }
  for (const { id } of data.filter((endpoint) => endpoint.url === url)) {
    await callStripe('DELETE', `/v1/webhook_endpoints/${id}`)
  }
}

async function callStripe(method: string, path: string, body?: string): Promise<unknown> {
  const { stripeApiBase, stripeSecretKey } = settings()
  const headers = { Authorization: `Bearer ${stripeSecretKey}`, 'Content-Type': 'application/json' }
  const answer = await fetch(`${stripeApiBase}${path}`, { method, headers, ...(body && { body }) })
  if (!answer.ok)
    throw new Error(`Local Stripe: ${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

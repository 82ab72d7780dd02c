// Whether anything that a browser can get of the built shop holds a secret: the files of the build, and what each page, each
// payload and each refusal says in a shop whose every secret is known by sight.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './bench/bench-shop.ts'
import { next } from './prepare.ts'
import { runScript, untilReady } from './step.ts'

const clientFiles = [
  '.next/static/**/*',
  '.next/server/**/*.{html,rsc,meta,body}',
  'public/**/*.{svg,txt,json,js}',
]
// A key of Stripe's by its form, whoever's it is. The publishable key (pk_…) is public.
const secretForm = /(?<![A-Za-z0-9])(?:(?:sk|rk)_(?:test|live)_\w*|whsec_[\w+/=-]*)/g

const canaries = {
  STRIPE_SECRET_KEY: 'sk_test_canarySecretKey00',
  STRIPE_WEBHOOK_SECRET: 'whsec_canaryWebhookSecret00',
  SMTP_URL: 'smtp://canary-user:canary-password@127.0.0.1:9',
}
const publishableKey = 'pk_test_publishable00'
const canaryWords = [
  'canarySecretKey',
  'canaryWebhookSecret',
  'canary-user',
  'canary-password',
  'canary-data',
]

const pages = [
  '/',
  '/en',
  '/zh-CN',
  '/en/products/gaiwan',
  '/zh-CN/products/celadon-mug',
  '/en/products/nothing',
  '/no/such/page',
  '/en/cart',
  '/en/cancel',
  '/en/success?session_id=cs_test_unknown',
  `/en/orders/${'a'.repeat(22)}`,
  '/en/orders?problem=unknown-order',
  '/api/orders/status?session_id=cs_test_unknown',
  '/api/products',
  '/api/health',
  '/api/wait',
  '/api/cart/ordered',
  '/mail',
]
const writes = [
  '/api/cart',
  '/api/preferences',
  '/api/checkout_sessions',
  '/api/orders/find',
  '/api/orders/receipt',
  '/api/webhooks/stripe',
]

/** Where a secret was found in what the built shop gives to browsers, as "place: secret". Needs a build. */
export async function findSecrets(): Promise<string[]> {
  const files = globSync(clientFiles, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  if (files.length === 0) throw new Error('there is no build to look through')
  const inFiles = files.flatMap((file) => secretsIn(file, readFileSync(file, 'latin1')))
  return [...inFiles, ...(await findInAnswers())]
}

/** Throws with where there is a secret, when there is one. */
export async function requireNoSecrets(): Promise<void> {
  const secrets = await findSecrets()
  if (secrets.length > 0) throw new Error(`Browsers get secrets:\n${secrets.join('\n')}`)
}

/** What in `text` is a secret, by its form or because it is a canary's. */
export function secretsIn(place: string, text: string): string[] {
  const found = [...(text.match(secretForm) ?? []), ...canaryWords.filter((word) => text.includes(word))]
  return found.map((secret) => `${place}: ${secret}`)
}

async function findInAnswers(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-canary-data-'))
  const url = `http://localhost:${await freePort()}`
  const stop = await startShop({ url, folder })
  try {
    const found: string[] = []
    let all = ''
    for (const request of requests()) {
      const answer = await fetch(url + request.path, { redirect: 'manual', ...request })
      const text = JSON.stringify([...answer.headers]) + (await answer.text())
      found.push(...secretsIn(`${request.method} ${request.path}`, text))
      all += text
    }
    // The one key that pages do tell: without it they were not looked through.
    if (!all.includes(publishableKey)) throw new Error('the pages of the shop could not be looked through')
    return found
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function requests(): { path: string; method: string; headers: Record<string, string>; body?: string }[] {
  const json = { 'Content-Type': 'application/json', 'Stripe-Signature': 't=1,v1=00' }
  return [
    ...pages.flatMap((path) => [{}, { RSC: '1' }].map((headers) => ({ path, method: 'GET', headers }))),
    ...writes.map((path) => ({
      path,
      method: 'POST',
      headers: json,
      body: '{"items":[{"sku":"gaiwan","quantity":1}]}',
    })),
  ]
}

async function startShop({ url, folder }: { url: string; folder: string }): Promise<() => Promise<void>> {
  const env = {
    ...canaries,
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    SHOP_URL: url,
    STRIPE_PUBLISHABLE_KEY: publishableKey,
    // Nobody is there: what the shop says of that is looked through as well.
    STRIPE_API_BASE: 'http://127.0.0.1:9',
    MAIL_FROM: 'shop@example.com',
  }
  await runScript('node_modules/prisma/build/index.js', ['migrate', 'deploy'], env)
  await runScript('prisma/seed.ts', [], env)
  const child = spawn(process.execPath, [next, 'start', '-p', new URL(url).port], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  const ended = new AbortController()
  const end = once(child, 'exit').finally(() => ended.abort())
  await untilReady(`${url}/api/health`, 60, ended.signal)
  return async () => {
    child.kill('SIGTERM')
    await end
  }
}

// The official Stripe CLI, forwarding events to the shop: from Stripe, or from Local Stripe when no key is set.
import { spawn } from 'node:child_process'
import { settings } from '../env.ts'

// Its packages are not complete for every platform in every release, so it is fetched when it is wanted.
const cli = '@stripe/cli@1.52.0'
const port = process.env.PORT ?? '3000'
const { stripeSecretKey, stripeApiBase } = settings()

const args = [
  '--yes',
  cli,
  'listen',
  '--forward-to',
  `http://localhost:${port}/api/webhooks/stripe`,
  '--all-snapshot',
]
if (stripeApiBase) args.push('--api-base', stripeApiBase)
console.log(
  '• Put the whsec_… secret that it prints into .env.local as STRIPE_WEBHOOK_SECRET, and start the shop again.\n',
)
const child = spawn('npx', [...args, ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, STRIPE_API_KEY: stripeSecretKey },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))

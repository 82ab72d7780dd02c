// How long `npm run demo` takes until the shop sells, when it has run before.
import { spawn } from 'node:child_process'
import type { Figure } from '../bench.ts'
import { untilReady } from '../step.ts'
import { freePort } from './bench-shop.ts'

const goalSeconds = 10

/** Starts the demo of this checkout on ports of its own and stops it again. */
export async function measureStart(): Promise<Figure[]> {
  const env = { ...process.env, PORT: String(await freePort()), LOCAL_STRIPE_PORT: String(await freePort()) }
  const started = performance.now()
  const demo = spawn(process.execPath, ['scripts/demo.ts'], { env, stdio: 'ignore' })
  const ended = new AbortController()
  demo.once('exit', () => ended.abort())
  await untilReady(`http://localhost:${env.PORT}/api/health`, 120, ended.signal)
  const seconds = (performance.now() - started) / 1000
  demo.kill('SIGTERM')
  await new Promise((resolve) => demo.once('exit', resolve))
  const goal = `at most ${goalSeconds} s`
  return [
    {
      what: 'npm run demo, a later start, to the first 200',
      measured: `${seconds.toFixed(1)} s`,
      beside: '',
      goal,
      met: seconds <= goalSeconds,
    },
  ]
}

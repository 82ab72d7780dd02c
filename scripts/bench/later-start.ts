// How long `npm run demo` takes until the shop sells, when it has run before.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Figure } from '../bench.ts'
import { untilReady } from '../step.ts'
import type { Subjects } from './subjects.ts'
import { demoEnvironment } from './demo-environment.ts'

const goalSeconds = 10

/** Starts the demo of this checkout twice, with a database and ports of its own, and measures the second time. */
export async function measureLaterStart({ folder }: Subjects): Promise<Figure[]> {
  const env = {
    ...(await demoEnvironment()),
    DATABASE_URL: `file:${join(folder, 'demo.db')}`,
    LOCAL_STRIPE_DATA: join(folder, 'demo-stripe.db'),
  }
  await startDemo(env)
  const seconds = await startDemo(env)
  return [
    {
      what: 'npm run demo, a later start, to the first 200',
      measured: `${seconds.toFixed(1)} s`,
      beside: '',
      goal: `at most ${goalSeconds} s`,
      met: seconds <= goalSeconds,
    },
  ]
}

/** Starts the demo, stops it once it sells, and gives the seconds until then. */
async function startDemo(env: Awaited<ReturnType<typeof demoEnvironment>>): Promise<number> {
  const started = performance.now()
  const demo = spawn(process.execPath, ['scripts/bootstrap.mjs', 'demo'], { env, stdio: 'ignore' })
  const ended = new AbortController()
  const exit = new Promise((resolve) => demo.once('exit', resolve)).then(() => ended.abort())
  await untilReady(`http://localhost:${env.PORT}/api/health`, 120, ended.signal)
  const seconds = (performance.now() - started) / 1000
  demo.kill('SIGTERM')
  await exit
  return seconds
}

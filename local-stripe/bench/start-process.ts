// Servers as processes of their own, so that the bench does not measure itself.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'

export type Started = {
  url: string
  /** Milliseconds from spawn to the line that says where it is. */
  took: number
  /** Bytes of memory that it takes now. */
  memory(): number
  stop(): Promise<void>
}

const main = new URL('../main.ts', import.meta.url).pathname
const bare = new URL('bare-server.ts', import.meta.url).pathname

/** Starts Local Stripe in memory. */
export function startMain(): Promise<Started> {
  return start(main, { LOCAL_STRIPE_PORT: '0', LOCAL_STRIPE_DATA: ':memory:', STRIPE_SECRET_KEY: '' })
}

/** Starts a bare server that always gives this answer. */
export function startBare(answer = '{}'): Promise<Started> {
  return start(bare, { BARE_ANSWER: answer })
}

async function start(script: string, env: Record<string, string>): Promise<Started> {
  const begun = performance.now()
  const child = spawn(process.execPath, [script], { env: { ...process.env, ...env } })
  const [line]: unknown[] = await once(child.stdout, 'data')
  const took = performance.now() - begun
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line))?.[0]
  if (url === undefined) throw new Error(`${script} said: ${String(line)}`)
  return {
    url,
    took,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) * 1024,
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

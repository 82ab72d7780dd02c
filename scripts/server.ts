// Servers that a command starts, and ends when it ends itself.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createServer } from 'node:net'
import { untilReady } from './step.ts'

interface ServerRequest {
  readonly name: string
  readonly script: string
  readonly args?: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** An address that answers 200 once the server is ready. */
  readonly readyUrl: string
  /** The file that its output goes to; null: this terminal. */
  readonly log: string | null
}

const servers = new Set<ChildProcess>()

/** Starts a server under this Node and waits until it is ready. When it ends by itself, so does the command. */
export async function startServer({
  name,
  script,
  args = [],
  env,
  readyUrl,
  log,
}: ServerRequest): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: log === null ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  if (log !== null) {
    const file = createWriteStream(log)
    child.stdout?.pipe(file)
    child.stderr?.pipe(file)
  }
  const ended = new AbortController()
  servers.add(child)
  child.on('exit', () => {
    servers.delete(child)
    ended.abort()
  })
  await untilReady(readyUrl, 60, ended.signal).catch((error: Error) => {
    throw new Error(`${name}: ${error.message}${log === null ? '' : `; see ${log}`}`)
  })
  child.on('exit', (code) => void stopServers(`${name} ended (${code})`, 1))
}

/** Ends all servers, then this command. */
export async function stopServers(why: string, exitCode: number): Promise<never> {
  console.log(`\n• ${why}: stopping`)
  const ends = [...servers].map((child) => {
    child.removeAllListeners('exit').kill('SIGTERM')
    return once(child, 'exit')
  })
  await Promise.race([Promise.all(ends), new Promise((resolve) => setTimeout(resolve, 5_000))])
  for (const child of servers) child.kill('SIGKILL')
  process.exit(exitCode)
}

/** Ends the servers when somebody ends the command. */
export function stopOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void stopServers(signal, 0))
}

/** Throws, with the way on, when something else listens on `port` already. */
export async function requireFreePort(port: string, setting: string): Promise<void> {
  const probe = createServer().listen(Number(port))
  try {
    await once(probe, 'listening')
  } catch {
    throw new Error(
      `Port ${port} is in use. Stop what runs there, or choose another: ${setting}=${Number(port) + 1} npm run demo`,
    )
  }
  await new Promise((resolve) => probe.close(resolve))
}

// The programs beside the browser: each under this very Node, each with its output kept for when something goes wrong.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')
const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)

type Environment = Readonly<Record<string, string>>

/** A program that runs. `output` gives what it has printed so far. */
export interface Server {
  readonly output: () => string
  readonly stop: () => Promise<void>
}

export interface Running extends Server {
  readonly child: ChildProcess
}

/** Starts a Node program that serves, and waits until `readyUrl` answers 200. Throws with its output when it never does. */
export async function startServer({
  args,
  env,
  readyUrl,
}: {
  args: readonly string[]
  env: Environment
  readyUrl: string
}): Promise<Running> {
  const server = start(process.execPath, args, env)
  await untilReady(server, () => answers(readyUrl))
  return server
}

/** Waits until `isReady`, at most a minute. Throws with the program's output when it ends first, or never is. */
export async function untilReady(server: Running, isReady: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await isReady())) {
    if (Date.now() > deadline || server.child.exitCode !== null || server.child.signalCode !== null) {
      await server.stop()
      throw new Error(`${server.child.spawnargs.join(' ')} never became ready:\n${server.output()}`)
    }
    await pause(50)
  }
}

/** Starts any program. */
export function start(program: string, args: readonly string[], env: Environment): Running {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  return { child, output: () => output, stop: () => stop(child) }
}

/** Runs a Node program to its end and gives what it printed. Throws with that when it does not end well. */
export async function runToEnd(script: string, args: readonly string[], env: Environment): Promise<string> {
  const { child, output } = start(process.execPath, [script, ...args], env)
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`${script} ${args.join(' ')}:\n${output()}`)
  return output()
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const impatient = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(impatient)
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  )
}

// What every command does: say what it is doing, do it, and say what to do when it cannot be done.
import { spawn } from 'node:child_process'

/** Does `work` under a title, and tells how long it took. A failure is told in plain words and ends the command. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  process.stdout.write(`• ${title} … `)
  try {
    const result = await work()
    console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`)
    return result
  } catch (error) {
    console.log('failed')
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

/** Runs a program to its end and gives what it printed. Throws with all of that when it does not end well. */
export function run(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${program} ${args.join(' ')}:\n${output}`)),
    )
  })
}

/** Runs one of the packages' own programs, such as next or prisma, under this Node. */
export function runScript(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  return run(process.execPath, [script, ...args], env)
}

/** Asks `url` until it answers 200. Throws when it has not within `seconds`, or when `signal` says that nobody is there. */
export async function untilReady(url: string, seconds: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline && !signal.aborted) {
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(
    signal.aborted
      ? `${url}: the server ended before it was ready`
      : `${url} did not answer within ${seconds} s`,
  )
}

// Has the kernel answer EIO to every fsync of a process, as a dying disk does: strace can do so from outside.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

const calls = 'fsync,fdatasync,sync_file_range'

/** Why fsync cannot be made to fail here; null when it can. */
export function whyNoFailingFsync(): string | null {
  try {
    const args = ['-qq', '-e', `trace=${calls}`, '-e', `inject=${calls}:error=EIO`, 'true']
    execFileSync('strace', args, { stdio: 'ignore' })
    return null
  } catch {
    return 'strace is not installed, or may trace nothing here'
  }
}

/** Has every fsync of these processes fail from now on. Gives what ends it, which gives how many failed. Throws when it cannot. */
export async function failFsync(pids: readonly number[]): Promise<() => Promise<number>> {
  const who = pids.flatMap((pid) => ['-p', String(pid)])
  const what = ['-e', `trace=${calls}`, '-e', `inject=${calls}:error=EIO`]
  const strace = spawn('strace', ['-f', ...what, ...who], { stdio: ['ignore', 'ignore', 'pipe'] })
  const kill = () => strace.kill('SIGKILL')
  process.once('exit', kill)
  let output = ''
  strace.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
  const deadline = Date.now() + 10_000
  while (pids.some((pid) => !output.includes(`Process ${pid} attached`))) {
    if (strace.exitCode !== null || Date.now() > deadline) throw new Error(`strace cannot attach:\n${output}`)
    await pause(10)
  }
  return async () => {
    process.off('exit', kill)
    if (strace.exitCode === null && strace.signalCode === null) {
      const ended = once(strace, 'exit')
      strace.kill('SIGINT')
      await ended
    }
    return output.split('(INJECTED)').length - 1
  }
}

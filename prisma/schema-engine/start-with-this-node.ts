import childProcess from 'node:child_process'

// Every line that the engine writes to stderr must be a log record to the CLI, which ends at a warning of Node's.
const OPTIONS = ['--no-warnings']

/**
 * From now on a child process that is to run `script` is this Node running `script`. The Prisma CLI starts its engine
 * by its file name alone, and Windows starts no script that way; elsewhere it keeps the engine on the CLI's own Node. Node's
 * own warnings are not printed there.
 */
export function startWithThisNode(script: string): void {
  const spawn = childProcess.spawn
  function spawnWithNode(command: string, ...rest: unknown[]): unknown {
    const [args, ...options] = rest
    if (command !== script || !Array.isArray(args))
      return Reflect.apply(spawn, childProcess, [command, ...rest])
    return Reflect.apply(spawn, childProcess, [process.execPath, [...OPTIONS, script, ...args], ...options])
  }
  Object.assign(childProcess, { spawn: spawnWithNode })
}

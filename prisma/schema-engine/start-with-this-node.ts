import childProcess from 'node:child_process'

/**
 * From now on a child process that is to run `script` is this Node running `script`. The Prisma CLI starts its engine
 * by its file name alone, and Windows starts no script that way; elsewhere it keeps the engine on the CLI's own Node.
 */
export function startWithThisNode(script: string): void {
  const spawn = childProcess.spawn
  function spawnWithNode(command: string, ...rest: unknown[]): unknown {
    const [args, ...options] = rest
    if (command !== script || !Array.isArray(args))
      return Reflect.apply(spawn, childProcess, [command, ...rest])
    return Reflect.apply(spawn, childProcess, [process.execPath, [script, ...args], ...options])
  }
  Object.assign(childProcess, { spawn: spawnWithNode })
}

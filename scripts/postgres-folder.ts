// The folder that a PostgreSQL server keeps everything in, and the user who may enter it.
import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { promisify } from 'node:util'

/** Who runs the server: undefined is whoever runs this. */
export type Identity = { readonly uid: number; readonly gid: number } | undefined

/** PostgreSQL refuses to be run by root: then it is the user `postgres` or `nobody`. Throws when there is neither. */
export function serverIdentity(): Identity {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: numberOf(name, '-u'), gid: numberOf(name, '-g') }
    } catch {}
  }
  throw new Error('PostgreSQL refuses to be run by root, and there is no user "postgres" or "nobody"')
}

/** Makes `folder` where it is missing, and lets `identity` in and nobody else. Throws when it cannot get there. */
export function openFolder(folder: string, identity: Identity): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (identity === undefined) return
  chownSync(folder, identity.uid, identity.gid)
  for (const above of foldersAbove(folder)) {
    if (isPassable(above)) continue
    if (!above.startsWith(tmpdir() + sep))
      throw new Error(`Only root can enter ${above}, and root may not run PostgreSQL`)
    chmodSync(above, statSync(above).mode | 0o001)
  }
}

/** Whether every user can get to what is in `folder`, knowing its name. */
export function canEveryoneEnter(folder: string): boolean {
  return [folder, ...foldersAbove(folder)].every(isPassable)
}

/** Makes an empty server in `folder`, with a password and a port of its own; both stand in the file `url` there. */
export async function makeServer(
  folder: string,
  { programs, identity }: { programs: string; identity: Identity },
) {
  const password = randomBytes(16).toString('hex')
  const file = join(folder, 'password')
  writeFileSync(file, password, { mode: 0o600 })
  if (identity) chownSync(file, identity.uid, identity.gid)
  const args = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${file}`]
  // Texts have the order that they have in SQLite, on every machine.
  const texts = ['--encoding=UTF8', '--no-locale', '--no-sync']
  await promisify(execFile)(join(programs, 'initdb'), [...args, ...texts], { cwd: folder, ...identity })
  rmSync(file)
  const url = `postgresql://postgres:${password}@127.0.0.1:${await freePort()}/postgres`
  writeFileSync(join(folder, 'url'), url, { mode: 0o600 })
}

/** Whether there is a server in `folder`. */
export function hasServer(folder: string): boolean {
  return existsSync(join(folder, 'url'))
}

function numberOf(user: string, flag: string): number {
  return Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
}

function foldersAbove(folder: string): string[] {
  const above = dirname(folder)
  return above === folder ? [] : [above, ...foldersAbove(above)]
}

function isPassable(folder: string): boolean {
  return (statSync(folder).mode & 0o001) !== 0
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  await new Promise((closed) => probe.close(closed))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

// The migrated file that every test database is a copy of. Migrating takes a second and copying a millisecond, so it
// is made once for each state of the schema and its migrations, by whichever process comes first.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const here = import.meta.dirname

// Whoever holds the lock longer has died with it.
const LOCK_LIFETIME_MS = 60_000

/** The path of the template, made now if need be by `prisma migrate deploy`. Throws what that says when it fails. */
export function migratedTemplate(): string {
  const template = join(tmpdir(), `kiosk-template-${hashOf('migrations')}.db`)
  const lock = `${template}.lock`
  while (!existsSync(template)) {
    if (takeLock(lock)) makeUnderLock(template, lock)
    else pause(50)
  }
  return template
}

/** A hash of the schema and of all that stands in the folder `migrations` of this one. */
export function hashOf(migrations: string): string {
  const hash = createHash('sha256').update(here)
  const names = readdirSync(join(here, migrations), { recursive: true, encoding: 'utf8' }).toSorted()
  for (const name of ['schema.prisma', ...names.map((path) => join(migrations, path))]) {
    const path = join(here, name)
    if (statSync(path).isFile()) hash.update(name).update(readFileSync(path))
  }
  return hash.digest('hex').slice(0, 16)
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    removeIfStale(lock)
    return false
  }
}

function removeIfStale(lock: string): void {
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
  if (Date.now() - since > LOCK_LIFETIME_MS) rmSync(lock, { recursive: true, force: true })
}

function makeUnderLock(template: string, lock: string): void {
  try {
    // Somebody may have made it between the look and the lock.
    if (!existsSync(template)) makeTemplate(template)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function makeTemplate(template: string): void {
  const folder = mkdtempSync(`${template}.`)
  const file = join(folder, 'kiosk.db')
  const root = join(here, '..')
  execFileSync(
    process.execPath,
    [join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'migrate', 'deploy'],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: `file:${file}` },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  renameSync(file, template)
  rmSync(folder, { recursive: true, force: true })
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

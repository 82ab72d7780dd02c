// The official Stripe CLI, fetched once from the npm registry. It cannot stand in the lockfile: its packages are not
// there for every platform in every release.
import { execFile, spawn } from 'node:child_process'
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import type { TestContext } from 'node:test'
import { promisify } from 'node:util'
import { testKey } from './local-stripe-for-test.ts'

const version = '1.52.0'
/** What npm must find in a package, where that is known; elsewhere npm compares with the registry alone. */
const integrities: Record<string, string> = {
  'linux-x64':
    'sha512-q5x2AIP0ZSujN7iJNIdSPerRfQ/08OTWw9ukhCyxvlo2JAfu6xf8cIGhyDv6vZsQuoh4cn3c2tNJ0J+oY+Z37Q==',
}
const longestFetch = 180_000
const longestWait = 60_000

/** One for all tests of a process, so that without a network they wait only once. */
let search: Promise<string> | undefined

type Done = { code: number; stdout: string; stderr: string }

/**
 * The official CLI, pointed at a Local Stripe, with a key and a home of its own. When there is none for this machine the
 * test is skipped, saying why, and gets null.
 */
export async function officialCli(t: TestContext, url: string, key = testKey) {
  search ??= findBinary()
  const binary = await search.catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  )
  if (binary instanceof Error) {
    t.skip(binary.message)
    return null
  }
  const home = await mkdtemp(join(tmpdir(), 'stripe-cli-'))
  t.after(() => rm(home, { recursive: true, force: true }))
  const settings = { cwd: home, env: environment(home, key) }
  const toUs = (args: string[]) => [...args, '--api-base', url, '--color', 'off']
  return {
    home,
    /** Runs a command to its end. */
    run: (...args: string[]): Promise<Done> =>
      new Promise((resolve) => {
        const options = { ...settings, timeout: longestWait, maxBuffer: 20_000_000 }
        const child = execFile(binary, toUs(args), options, (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
        )
        child.stdin?.end()
      }),
    /** Starts a command that goes on until the test is over. */
    start: (...args: string[]) =>
      follow(t, spawn(binary, toUs(args), { ...settings, stdio: ['ignore', 'pipe', 'pipe'] })),
  }
}

type Child = ReturnType<typeof spawn>

function follow(t: TestContext, child: Child) {
  const chunks: string[] = []
  const output = () => chunks.join('')
  const hear = (data: Buffer) => void chunks.push(data.toString('utf8'))
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  t.after(() => child.kill('SIGKILL'))
  return {
    output,
    /** Waits until the command has said something of this form, a minute at most; gives what matched. */
    async says(form: RegExp): Promise<RegExpExecArray> {
      const deadline = Date.now() + longestWait
      while (Date.now() < deadline) {
        const isOver = child.exitCode !== null
        const found = form.exec(output())
        if (found !== null) return found
        if (isOver) break
        await new Promise((resolve) => void setTimeout(resolve, 20))
      }
      throw new Error(`The CLI never said ${String(form)} but:\n${output()}`)
    },
  }
}

/** Nothing of the caller's own account, no telemetry; whatever is not on this machine fails at once. */
function environment(home: string, key: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'test',
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    USERPROFILE: home,
    STRIPE_API_KEY: key,
    STRIPE_CLI_TELEMETRY_OPTOUT: '1',
    DO_NOT_TRACK: '1',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    HTTP_PROXY: 'http://127.0.0.1:9',
  }
}

/** Where the binary is, fetched if need be. Rejects, saying why, when there is none. */
async function findBinary(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`
  const cache = join(nodeModules(), '.cache', 'local-stripe')
  const home = join(cache, `stripe-cli-${version}-${platform}`)
  const name = process.platform === 'win32' ? 'stripe.exe' : 'stripe'
  const binary = join(home, 'node_modules', '@stripe', `cli-${platform}`, 'bin', name)
  if (await exists(binary)) return binary
  await mkdir(cache, { recursive: true })
  const workshop = await mkdtemp(join(cache, 'fetching-'))
  try {
    await fetchPackage(workshop, platform)
    // Somebody else may have been faster: whoever comes first gives everybody the same files.
    await rename(workshop, home).catch(() => undefined)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
  if (await exists(binary)) return binary
  throw new Error(`@stripe/cli-${platform}@${version} holds no ${name}.`)
}

async function fetchPackage(folder: string, platform: string): Promise<void> {
  const name = `@stripe/cli-${platform}`
  const dependencies = { [name]: version }
  const integrity = integrities[platform]
  const packages = { '': { dependencies }, [`node_modules/${name}`]: { version, integrity } }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  if (integrity !== undefined) {
    const lock = { lockfileVersion: 3, requires: true, packages }
    await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock))
  }
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const impatiently = ['--fetch-retries=2', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=2000']
  const shell = process.platform === 'win32'
  const command = integrity === undefined ? 'install' : 'ci'
  const npm = promisify(execFile)('npm', [command, ...quietly, ...impatiently], {
    cwd: folder,
    timeout: longestFetch,
    shell,
  })
  await npm.catch((error: unknown) => {
    const [reason = String(error)] = /npm error .+/.exec(String(error)) ?? []
    throw new Error(`The Stripe CLI (${name}@${version}) cannot be fetched: ${reason}`)
  })
}

function nodeModules(): string {
  const inside = createRequire(import.meta.url).resolve('ws')
  return inside.slice(0, inside.lastIndexOf(`${sep}ws${sep}`))
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

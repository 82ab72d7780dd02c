// Every command starts here: `node scripts/bootstrap.mjs demo`. It runs under whatever Node the machine has, needs no
// package, installs what is missing and hands over to scripts/<command>.ts under the Node that the lockfile names.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [command, ...rest] = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.kiosk-installed')
const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
// What stands in a later file wins; what the environment has already wins over both.
const settings = ['.env', '.env.local']

process.chdir(root)
install()
handOver()

// Installed is what the lockfile says, not what happens to lie there.
function install() {
  const lockfile = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === lockfile) return
  requireNode()
  console.log('• Installing packages (npm ci); the first time this takes a minute …')
  // Node's own package alone has to run a script. Others would look at the Node that runs now, which is not the one they get.
  runNpm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  runNpm('rebuild', 'node', '--loglevel=error')
  writeFileSync(stamp, lockfile)
}

// Under an older Node npm leaves out the programs of the packages that ask for a newer one, without a word.
function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return
  console.error(`To install the packages, Node 20.19, 22.12 or newer is needed; this is ${process.version}.`)
  process.exit(1)
}

// A connection that breaks once is no reason to give up: what has been fetched is in npm's cache.
function runNpm(...args) {
  const succeeds = () => spawnSync(...npm(...args), { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  if (succeeds() || succeeds()) return
  console.error(
    'The packages could not be installed. Is the npm registry reachable? Then run the same command again.',
  )
  process.exit(1)
}

/** npm, run by this very Node where npm started us, so that no shell and no PATH is in between. */
function npm(...args) {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js') ? [process.execPath, [cli, ...args]] : ['npm', args]
}

function handOver() {
  const PATH = [join(modules, '.bin'), join(modules, 'node', 'bin'), process.env.PATH].join(delimiter)
  const files = settings.filter((name) => existsSync(name)).map((name) => `--env-file=${name}`)
  const args = [...files, join('scripts', `${command}.ts`), ...rest]
  const child = spawn(node, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH, NEXT_TELEMETRY_DISABLED: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm may be killed without telling what it started, which would then hold its ports for ever.
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

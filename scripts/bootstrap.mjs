// Every command starts here: `node scripts/bootstrap.mjs demo`. It runs under whatever Node the machine has, needs no
// package, installs what is missing and hands over to scripts/<command>.ts under the Node that the lockfile names.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const [command, ...rest] = process.argv.slice(2)
const modules = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', 'node_modules')
const root = join(modules, '..')
const stamp = join(modules, '.kiosk-installed')
const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

process.chdir(root)
install()
handOver()

// Installed is what the lockfile says, not what happens to lie there.
function install() {
  const lockfile = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === lockfile) return
  console.log('• Installing packages (npm ci); the first time this takes a minute …')
  const done = spawnSync(...npm('ci', '--no-audit', '--no-fund', '--loglevel=error'), {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (done.status !== 0) {
    console.error(
      'The packages could not be installed. Is the npm registry reachable? Then run the same command again.',
    )
    process.exit(1)
  }
  writeFileSync(stamp, lockfile)
}

/** npm, run by this very Node where npm started us, so that no shell and no PATH is in between. */
function npm(...args) {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js') ? [process.execPath, [cli, ...args]] : ['npm', args]
}

function handOver() {
  const PATH = [join(modules, '.bin'), join(modules, 'node', 'bin'), process.env.PATH].join(delimiter)
  const settings = existsSync('.env.local') ? ['--env-file=.env.local'] : []
  const args = [...settings, join('scripts', `${command}.ts`), ...rest]
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

// How long a newcomer waits: `npm run demo` of a fresh clone, with an empty home and npm's cache as it is on this machine.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Figure } from '../bench.ts'
import { untilReady } from '../step.ts'
import { demoEnvironment } from './demo-environment.ts'

const goalSeconds = 120
const patienceSeconds = 600

/** Clones what is committed into `folder`, starts its demo there and stops it once the shop sells. */
export async function measureFirstStart(folder: string): Promise<Figure[]> {
  const [clone, HOME] = [join(folder, 'clone'), join(folder, 'home')]
  execFileSync('git', ['clone', '--quiet', '.', clone])
  mkdirSync(HOME)
  const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8', shell: onWindows }).trim()
  const env = {
    ...(await demoEnvironment()),
    HOME,
    USERPROFILE: HOME,
    npm_config_cache: cache,
    PATH: ownPath(),
  }
  const started = performance.now()
  const demo = spawn('npm', ['run', 'demo'], { cwd: clone, env, stdio: 'ignore', shell: onWindows })
  const ended = new AbortController()
  const exit = new Promise((resolve) => demo.once('exit', resolve)).then(() => ended.abort())
  const url = `http://localhost:${env.PORT}/`
  await untilReady(url, patienceSeconds, ended.signal)
  const seconds = (performance.now() - started) / 1000
  demo.kill('SIGTERM')
  await exit
  await untilGone(url)
  return [
    {
      what: 'npm run demo, a fresh clone with a warm npm cache, to the first 200',
      measured: `${seconds.toFixed(1)} s`,
      beside: '',
      goal: `at most ${goalSeconds} s`,
      met: seconds <= goalSeconds,
    },
  ]
}

const onWindows = process.platform === 'win32'

/** The machine's own programs, without those of this checkout. */
function ownPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.filter((folder) => !folder.includes('node_modules')).join(delimiter)
}

/** npm ends before what it started; its files are in use until the shop is gone. */
async function untilGone(url: string): Promise<void> {
  const answers = () =>
    fetch(url).then(
      () => true,
      () => false,
    )
  for (let tries = 0; tries < 100 && (await answers()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

// The package as npm would ship it, started in an empty folder by somebody who knows nothing of this repository.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { sdkFor, sessionParams } from './testing/local-stripe-for-test.ts'
import { payWithCard } from './testing/pay.ts'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Packs, unpacks into an empty project's node_modules, and gives the project's folder. */
function install(t: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'local-stripe-package-')))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const cwd = import.meta.dirname
  // The build is TypeScript: it must be run by the Node that runs this.
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}` }
  const args = ['pack', '--json', '--pack-destination', folder]
  const packed = execFileSync(npm, args, { cwd, env, stdio: 'pipe' })
  const [{ filename }]: [{ filename: string }] = JSON.parse(packed.toString())
  const home = join(folder, 'node_modules', '@kiosk', 'local-stripe')
  mkdirSync(home, { recursive: true })
  execFileSync('tar', ['xzf', join(folder, filename), '-C', home, '--strip-components=1'])
  const ws = dirname(createRequire(import.meta.url).resolve('ws/package.json'))
  symlinkSync(ws, join(folder, 'node_modules', 'ws'))
  return folder
}

test('The packed package starts in an empty folder, sells, and shows its page.', async (t) => {
  const folder = install(t)
  const main = join(folder, 'node_modules/@kiosk/local-stripe/dist/main.js')
  const child = spawn(process.execPath, [main, '--port', '0', '--forward-to', 'localhost:9/hooks'], {
    cwd: folder,
  })
  t.after(() => void child.kill('SIGKILL'))
  let said = ''
  while (!said.includes('whsec_')) said += String((await once(child.stdout, 'data'))[0])
  assert.match(
    said,
    /^Local Stripe is ready on .*\nhttp:\/\/localhost:9\/hooks gets webhooks, signed with whsec_/,
  )
  const stripe = sdkFor(/http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '')
  const session = await stripe.checkout.sessions.create(sessionParams())
  assert.equal((await payWithCard(session)).status, 303)
  assert.equal((await stripe.checkout.sessions.retrieve(session.id)).payment_status, 'paid')
})

test('It can be started from a program of its user’s, and brings its types.', async (t) => {
  const folder = install(t)
  const program =
    "import { startLocalStripe } from '@kiosk/local-stripe'\n" +
    "const it = await startLocalStripe({ port: 0, data: ':memory:' })\n" +
    "console.log((await fetch(it.url + '/_local/health')).status)\nawait it.close()"
  const ran = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: folder })
  assert.equal(ran.toString(), '200\n')
  const types = join(folder, 'node_modules/@kiosk/local-stripe/dist/start-local-stripe.d.ts')
  assert.match(readFileSync(types, 'utf8'), /startLocalStripe\(options: \{/)
})

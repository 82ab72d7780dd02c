import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { freePort } from './bench/bench-shop.ts'

const serving = `
  require('node:http').createServer((request, response) => response.end()).listen(process.env.PORT)
  process.on('SIGTERM', () => {
    require('node:fs').writeFileSync(process.env.ENDED, 'cleanly')
    process.exit(0)
  })`

test('A command ends its servers and does not outwait them', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-server-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const [script, ENDED, PORT] = [join(folder, 'serve.cjs'), join(folder, 'ended'), String(await freePort())]
  writeFileSync(script, serving)
  const readyUrl = `http://localhost:${PORT}`
  const request = { name: 'It', script, env: { PORT, ENDED }, readyUrl, log: join(folder, 'log') }
  const command = `
    import { startServer, stopServers } from ${JSON.stringify(pathToFileURL('scripts/server.ts').href)}
    await startServer(${JSON.stringify(request)})
    await stopServers('done', 3)`

  // Less than the five seconds after which a server that does not end is killed.
  const run = () =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', command], { timeout: 4_500 })

  assert.throws(run, { status: 3 })
  assert.equal(readFileSync(ENDED, 'utf8'), 'cleanly')
})

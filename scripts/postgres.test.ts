import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { startPostgres } from './postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-server-'))

after(() => rmSync(folder, { recursive: true, force: true }))

test('A server is started again where it was, with what was committed before it was stopped', async () => {
  const first = await startPostgres(join(folder, 'again'))
  await ask(first.url, 'CREATE TABLE kept AS SELECT 1')
  await first.stop()
  await assert.rejects(ask(first.url, 'SELECT 1'), { code: 'ECONNREFUSED' })
  const second = await startPostgres(join(folder, 'again'))
  assert.equal(second.url, first.url)
  assert.equal((await ask(second.url, 'SELECT * FROM kept')).length, 1)
  await second.stop()
})

test('A server waits for the disk, is not open to the network, and lets nobody in without its password', async () => {
  const server = await startPostgres(join(folder, 'strict'))
  const rows = await ask(
    server.url,
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'listen_addresses')`,
  )
  assert.deepEqual(rows, [
    { name: 'fsync', setting: 'on' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
  ])
  const stranger = new URL(server.url)
  stranger.password = 'wrong'
  await assert.rejects(ask(stranger.href, 'SELECT 1'), { code: '28P01' })
  await server.stop()
})

test('A server does not outlive the process that started it, even when that is killed', async () => {
  const program = `
    import { startPostgres } from './postgres.ts'
    const { url } = await startPostgres(process.argv[1])
    console.log(url)
    setInterval(() => {}, 1_000)`
  const args = ['--input-type=module', '--eval', program, join(folder, 'orphan')]
  const child = spawn(process.execPath, args, {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  const url = String(line).trim()
  await ask(url, 'SELECT 1')
  child.kill('SIGKILL')
  await untilRefused(url)
})

test('A folder that no server can be made in is told with PostgreSQL’s own words', async () => {
  const server = await startPostgres(join(folder, 'taken'))
  await assert.rejects(startPostgres(join(folder, 'taken')), /did not start:[^]*postmaster\.pid/)
  await server.stop()
})

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  // A server that ends says so to whoever is connected, and the query tells it anyway.
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function untilRefused(url: string): Promise<void> {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const error = await ask(url, 'SELECT 1').then(() => null, Object)
    if (error?.code === 'ECONNREFUSED') return
    await sleep(50)
  }
  assert.fail('The server still answers')
}

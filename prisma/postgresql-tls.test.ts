// A PostgreSQL server with TLS, as most that are for hire: they hand out an address with sslmode=require.

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { serverIdentity } from '../scripts/postgres-folder.ts'
import { startPostgres } from '../scripts/postgres.ts'

type Environment = Readonly<Record<string, string>>

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'kiosk-tls-'))
const certificate = join(folder, 'certificate.pem')
const key = join(folder, 'key.pem')
const skip = canMakeCertificate() ? false : 'there is no openssl here'

let server = await startPostgres(folder)
if (skip === false) await turnTlsOn()

after(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const trusted: Record<string, () => Environment> = {
  NODE_EXTRA_CA_CERTS: () => ({ DATABASE_URL: addressWith('require'), NODE_EXTRA_CA_CERTS: certificate }),
  'sslrootcert in the address': () => ({
    DATABASE_URL: `${addressWith('require')}&sslrootcert=${certificate}`,
  }),
}
for (const [where, environment] of Object.entries(trusted)) {
  test(
    `With sslmode=require and ${where} migrations and the shop speak TLS, and nothing warns`,
    { skip },
    () => {
      const migrated = migrate(environment())
      assert.equal(migrated.status, 0, migrated.output)
      assert.doesNotMatch(migrated.output, /warning/i)
      assert.deepEqual(readInShop(environment()), { status: 0, output: '{"ssl":true}\n' })
    },
  )
}

test(
  'A server whose certificate nobody vouches for is not spoken to, and the reason is told',
  { skip },
  () => {
    const environment = { DATABASE_URL: addressWith('require') }
    const migrated = migrate(environment)
    assert.notEqual(migrated.status, 0)
    assert.match(migrated.output, /P1011[^]*127\.0\.0\.1[^]*self-signed certificate[^]*sslrootcert=/)
    const read = readInShop(environment)
    assert.notEqual(read.status, 0)
    assert.match(read.output, /DatabaseUnavailable/)
  },
)

test('A warning of Node’s does not stop a migration', { skip }, () => {
  const environment = { DATABASE_URL: addressWith('require'), NODE_TLS_REJECT_UNAUTHORIZED: '0' }
  const { status, output } = migrate(environment)
  assert.equal(status, 0, output)
})

function addressWith(mode: string): string {
  const url = new URL('shop', server.url)
  url.searchParams.set('sslmode', mode)
  return url.href
}

function migrate(environment: Environment) {
  return run([join('node_modules', 'prisma', 'build', 'index.js'), 'migrate', 'deploy'], environment)
}

function readInShop(environment: Environment) {
  const script = `
    import { closeDatabase, reader } from '#prisma/client'
    const [row] = await reader().$queryRaw\`SELECT "ssl" FROM pg_stat_ssl WHERE pid = pg_backend_pid()\`
    console.log(JSON.stringify(row))
    await closeDatabase()`
  return run(['--input-type=module', '--eval', script], environment)
}

function run(args: string[], environment: Environment): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...environment },
  })
  return { status, output: stdout + stderr }
}

function canMakeCertificate(): boolean {
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const files = ['-keyout', key, '-out', certificate]
  try {
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names, ...files],
      {
        stdio: 'ignore',
      },
    )
    return true
  } catch {
    return false
  }
}

async function turnTlsOn(): Promise<void> {
  const identity = serverIdentity()
  if (identity) for (const file of [key, certificate]) chownSync(file, identity.uid, identity.gid)
  const client = new Client({ connectionString: server.url })
  await client.connect()
  for (const setting of [`ssl_cert_file = '${certificate}'`, `ssl_key_file = '${key}'`, 'ssl = on'])
    await client.query(`ALTER SYSTEM SET ${setting}`)
  await client.end()
  await server.stop()
  server = await startPostgres(folder)
}

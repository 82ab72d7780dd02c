import assert from 'node:assert/strict'
import { test } from 'node:test'
import { databaseKind, parseSettings } from './env.ts'

for (const url of [
  'postgresql://kiosk:p%40ss@db.example:5432/kiosk',
  'postgres://localhost/kiosk?sslmode=require',
  'postgresql:///kiosk?host=/run/postgresql',
]) {
  test(`DATABASE_URL ${url} is a PostgreSQL database`, () => {
    assert.equal(databaseKind(parseSettings({ DATABASE_URL: url }).databaseUrl), 'postgresql')
  })
}

test('A file is a SQLite database, whatever it is called', () => {
  for (const url of ['file:./data/kiosk.db', 'file:/srv/postgresql://kiosk'])
    assert.equal(databaseKind(parseSettings({ DATABASE_URL: url }).databaseUrl), 'sqlite')
})

test('sslmode=require is verify-full, for the shop and for its migrations', () => {
  const { databaseUrl } = parseSettings({ DATABASE_URL: 'postgres://localhost/kiosk?sslmode=require' })
  assert.equal(databaseUrl, 'postgres://localhost/kiosk?sslmode=verify-full')
  const file = 'file:./what?sslmode=require'
  assert.equal(parseSettings({ DATABASE_URL: file }).databaseUrl, file)
})

for (const url of [
  'mysql://localhost/kiosk',
  'postgresql://localhost',
  'postgresql://localhost:5432/',
  'postgresql://localhost/kiosk/public',
  'postgresql://kiosk:a/b@localhost/kiosk',
  'postgresql://kiosk:1/b@localhost',
]) {
  test(`DATABASE_URL ${url} is refused, with the fix`, () => {
    assert.throws(
      () => parseSettings({ DATABASE_URL: url }),
      /DATABASE_URL: .*such as postgresql:\/\/user:password@host:5432\/kiosk .*@ is %40/,
    )
  })
}

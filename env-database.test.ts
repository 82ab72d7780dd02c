import assert from 'node:assert/strict'
import { test } from 'node:test'
import { databaseKind, parseSettings, withoutPassword } from './env.ts'

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

test('A database is shown without its password', () => {
  assert.equal(
    withoutPassword('postgresql://kiosk:p%40ss@db.example:5432/kiosk?sslmode=require'),
    'postgresql://kiosk:…@db.example:5432/kiosk?sslmode=require',
  )
  assert.equal(
    withoutPassword('postgresql:///kiosk?user=kiosk&password=pass&host=/run'),
    'postgresql:///kiosk?user=kiosk&password=…&host=/run',
  )
  for (const open of ['file:./data/kiosk.db', 'postgresql://kiosk@localhost/kiosk'])
    assert.equal(withoutPassword(open), open)
})

for (const url of [
  'mysql://localhost/kiosk',
  'postgresql://localhost',
  'postgresql://localhost:5432/',
  'postgresql://localhost/kiosk/public',
  'postgresql://kiosk:a/b@localhost/kiosk',
]) {
  test(`DATABASE_URL ${url} is refused, with the fix`, () => {
    assert.throws(
      () => parseSettings({ DATABASE_URL: url }),
      /DATABASE_URL: .*such as postgresql:\/\/user:password@host:5432\/kiosk .*@ is %40/,
    )
  })
}

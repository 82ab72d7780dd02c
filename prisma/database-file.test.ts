import assert from 'node:assert/strict'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { databaseFile } from './database-file.ts'

test('A relative url begins at the working directory', () => {
  assert.equal(databaseFile('file:./data/kiosk.db'), join(process.cwd(), 'data', 'kiosk.db'))
  assert.equal(databaseFile('file:kiosk.db'), join(process.cwd(), 'kiosk.db'))
})

test('An absolute url stays what it is, spaces and all', () => {
  const path = resolve('/var/lib/my shop/kiosk.db')
  assert.equal(databaseFile(`file:${path}`), path)
})

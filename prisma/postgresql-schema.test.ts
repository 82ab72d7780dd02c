import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { postgresqlSchema, toPostgresql } from './postgresql-schema.ts'

const source = readFileSync(join(import.meta.dirname, 'schema.prisma'), 'utf8')

test('PostgreSQL’s schema is that of SQLite, line by line, but for the provider', () => {
  const lines = source.split('\n')
  const [, , ...made] = readFileSync(postgresqlSchema(), 'utf8').split('\n')
  const different = made.filter((line, number) => line !== lines[number])
  assert.deepEqual(different, ['  provider = "postgresql"'])
  assert.equal(made.length, lines.length)
})

test('A schema that is not SQLite’s is not made into one of PostgreSQL', () => {
  assert.throws(
    () => toPostgresql('datasource db {\n  provider = "mysql"\n}\n'),
    /names no provider "sqlite"/,
  )
})

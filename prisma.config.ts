// For the Prisma CLI: where the schema, the migrations and the database are, and the schema engine it is to use.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnvFile } from 'node:process'
import { defineConfig } from 'prisma/config'
import { databaseKind, parseSettings } from './env.ts'
import { databaseFile } from './prisma/database-file.ts'
import { postgresqlSchema } from './prisma/postgresql-schema.ts'
import { startWithThisNode } from './prisma/schema-engine/start-with-this-node.ts'

const root = import.meta.dirname

// The files Next.js reads, in its order: what is already set stays.
for (const name of ['.env.local', '.env']) {
  if (existsSync(join(root, name))) loadEnvFile(join(root, name))
}

const engine = join(root, 'prisma', 'schema-engine', 'engine.mjs')
process.env.PRISMA_SCHEMA_ENGINE_BINARY = engine
startWithThisNode(engine)

// Of all the settings only this one matters here; a Stripe key in need of mending must not stop a migration.
const { databaseUrl } = parseSettings({ DATABASE_URL: process.env.DATABASE_URL })

const folder = join(root, 'prisma')
const database =
  databaseKind(databaseUrl) === 'postgresql'
    ? { schema: postgresqlSchema(), migrations: join(folder, 'postgresql', 'migrations'), url: databaseUrl }
    : {
        schema: join(folder, 'schema.prisma'),
        migrations: join(folder, 'migrations'),
        url: `file:${databaseFile(databaseUrl)}`,
      }

export default defineConfig({
  schema: database.schema,
  migrations: { path: database.migrations, seed: 'node prisma/seed.ts' },
  datasource: { url: database.url },
})

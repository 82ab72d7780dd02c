import { randomBytes } from 'node:crypto'
import { databaseKind } from '#env'
import { transaction } from './client.ts'

/** For tests: from now on the database refuses every update of the order `id`, until what this gives is called. */
export async function refuseUpdates(id: string): Promise<() => Promise<void>> {
  const name = `refuse_${randomBytes(4).toString('hex')}`
  const [make, remove] = databaseKind() === 'postgresql' ? onPostgresql(name, id) : onSqlite(name, id)
  await run(make)
  return () => run(remove)
}

async function run(statements: readonly string[]): Promise<void> {
  await transaction(async (tx) => {
    for (const statement of statements) await tx.$executeRawUnsafe(statement)
  })
}

type Statements = readonly [make: readonly string[], remove: readonly string[]]

function onSqlite(name: string, id: string): Statements {
  const trigger = `CREATE TRIGGER ${name} BEFORE UPDATE ON "Order" WHEN OLD."id" = '${id}'
    BEGIN SELECT RAISE(ABORT, 'refused by a test'); END`
  return [[trigger], [`DROP TRIGGER ${name}`]]
}

function onPostgresql(name: string, id: string): Statements {
  const refuse = `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'refused by a test'; END $$`
  const trigger = `CREATE TRIGGER ${name} BEFORE UPDATE ON "Order" FOR EACH ROW WHEN (OLD."id" = '${id}')
    EXECUTE FUNCTION ${name}()`
  return [[refuse, trigger], [`DROP FUNCTION ${name} CASCADE`]]
}

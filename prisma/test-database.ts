// Import this first in a test that touches the database: the test's process gets a migrated, empty one of its own, and
// DATABASE_URL names it before anything reads it. It is a SQLite file, or where KIOSK_TEST_POSTGRES has the url of a server, a
// PostgreSQL database there: `npm test` runs these tests once on each. Not one statement waits, because modules imported after
// this one would not wait with it.

import { usePostgresql, useSqlite } from './make-test-database.ts'

const server = process.env.KIOSK_TEST_POSTGRES
if (server) usePostgresql(server)
else useSqlite()

// Import this first, instead of ./test-database.ts, in a test that is about PostgreSQL alone.

import { usePostgresql } from './make-test-database.ts'

const server = process.env.KIOSK_TEST_POSTGRES
if (!server)
  throw new Error('KIOSK_TEST_POSTGRES must be the url of a PostgreSQL server: `npm test` starts one')
usePostgresql(server)

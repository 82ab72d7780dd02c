// Import this first, instead of ./test-database.ts, in a test that is about SQLite alone.

import { useSqlite } from './make-test-database.ts'

useSqlite()

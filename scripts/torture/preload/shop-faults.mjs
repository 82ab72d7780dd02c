// Loaded into a shop's processes before anything of the shop, by NODE_OPTIONS=--import. Does nothing by itself: it counts points
// and waits for orders, which come in the environment or with a request.
import { setClockAhead } from './clock-ahead.mjs'
import { killAt } from './points.mjs'
import { watchAnswers, watchRequests, watchStripeCalls } from './watch-http.mjs'
import { watchMails } from './watch-mails.mjs'
import { watchPostgresql } from './watch-postgresql.mjs'
import { limitPages, watchSqlite } from './watch-sqlite.mjs'

const { TORTURE_KILL, TORTURE_AHEAD } = process.env

if (TORTURE_AHEAD) setClockAhead(Number(TORTURE_AHEAD))
if (TORTURE_KILL) killAt(JSON.parse(TORTURE_KILL))
watchSqlite()
watchPostgresql()
watchMails()
watchAnswers()
watchStripeCalls()
watchRequests(({ kill, maximumPages }) => {
  if (kill !== undefined) killAt(kill)
  if (maximumPages !== undefined) limitPages(maximumPages)
})

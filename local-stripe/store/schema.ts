// Every Stripe object is one row of JSON; `hidden` holds what Stripe knows but never shows (a chosen test outcome).
// `seq` is the order of creation, which is the order of Stripe's lists.

/** Raised whenever the tables change their form. */
export const schemaVersion = 2

/** The tables, safe to run at every start. Times: `created` in seconds, `due` and `at` in milliseconds. */
export const schema = `
CREATE TABLE IF NOT EXISTS objects (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  created INTEGER NOT NULL,
  parent TEXT,
  body TEXT NOT NULL,
  hidden TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS objects_by_kind ON objects (kind, seq);
CREATE INDEX IF NOT EXISTS objects_by_parent ON objects (parent, seq) WHERE parent IS NOT NULL;
DROP INDEX IF EXISTS objects_by_payment_intent;
${['checkout.session', 'charge', 'refund', 'dispute'].map(byPaymentIntent).join('\n')}
CREATE INDEX IF NOT EXISTS events_by_type ON objects (json_extract(body, '$.type'), seq) WHERE kind = 'event';

CREATE TABLE IF NOT EXISTS idempotent_requests (
  key TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  request TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS agenda (
  id INTEGER PRIMARY KEY,
  due INTEGER NOT NULL,
  task TEXT NOT NULL,
  subject TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS agenda_by_due ON agenda (due);

CREATE TABLE IF NOT EXISTS deliveries (
  id INTEGER PRIMARY KEY,
  event TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'failed')),
  attempts INTEGER NOT NULL,
  due INTEGER NOT NULL,
  last_status INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS cli_listeners (id TEXT PRIMARY KEY, remembered TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS deliveries_pending ON deliveries (due) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS deliveries_by_event ON deliveries (event);
CREATE INDEX IF NOT EXISTS deliveries_undelivered ON deliveries (event) WHERE state <> 'delivered';
CREATE INDEX IF NOT EXISTS deliveries_to_endpoint ON deliveries (endpoint, due) WHERE state = 'pending';

CREATE TABLE IF NOT EXISTS attempts (
  id INTEGER PRIMARY KEY,
  delivery INTEGER NOT NULL,
  at INTEGER NOT NULL,
  status INTEGER,
  answer TEXT NOT NULL,
  error TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS attempts_by_delivery ON attempts (delivery);

CREATE TABLE IF NOT EXISTS snapshots (
  name TEXT PRIMARY KEY,
  clock INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
`

/** SQLite uses a partial index only where a query names the kind in the very same words, hence one for each. */
function byPaymentIntent(kind: string): string {
  return `CREATE INDEX IF NOT EXISTS "${kind}s_by_payment_intent"
    ON objects (json_extract(body, '$.payment_intent'), seq) WHERE kind = '${kind}';`
}

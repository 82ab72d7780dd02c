// Which points a statement stands at, for the shop's own SQL and for Prisma's, on either database.

const forms = [
  ['begin', /^BEGIN/i],
  ['event insert', /^INSERT INTO "InboxEvent"/i],
  ['order insert', /^INSERT INTO "Order"/i],
  ['session update', /^UPDATE "Order" SET [^]*"sessionUrl" = /i],
  ['order update', /^(UPDATE|SELECT [^]* FROM) "Order" [^]*("revision" =|FOR UPDATE|"payment" =)/i],
  ['stock hold', /^UPDATE "Stock" SET "held" = "held" \+/i],
  ['stock move', /^UPDATE "Stock" SET "held" = "held" -/i],
  ['outbox insert', /^INSERT INTO "OutboxMail"/i],
  ['mail mark', /^UPDATE "OutboxMail" SET [^]*("sentAt"|'sent')/i],
  ['mail claim', /^UPDATE "OutboxMail" SET [^]*"notBefore"/i],
]

// What a commit is the commit of, by what the transaction has done.
const commits = new Map([
  ['event insert', 'event commit'],
  ['order insert', 'order commit'],
  ['session update', 'session commit'],
  ['mail claim', 'mail claim commit'],
  ['mail mark', 'mail mark commit'],
])

/** Follows the statements of one connection. Gives, for each, the names of the points it stands at. */
export function followConnection() {
  /** @type {Set<string>} */
  let done = new Set()
  /** @param {string} sql */
  return function pointsOf(sql) {
    const text = plain(sql)
    if (/^BEGIN/i.test(text)) done = new Set()
    if (/^(COMMIT|END)/i.test(text)) return [...done].flatMap((point) => commits.get(point) ?? [])
    const points = forms.filter(([, form]) => form.test(text)).map(([point]) => point)
    const [first] = points
    if (first === undefined) return []
    done.add(first)
    return [first]
  }
}

// Prisma writes `main`.`Order` or "public"."Order" where the shop writes "Order".
/** @param {string} sql */
function plain(sql) {
  return sql
    .trim()
    .replaceAll(/[`"](?:main|public)[`"]\./g, '')
    .replaceAll('`', '"')
    .replaceAll(/\s+/g, ' ')
}

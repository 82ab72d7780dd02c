// The address of a PostgreSQL database: what its sslmode means, and how it is shown.

// https://www.postgresql.org/docs/current/libpq-ssl.html
const LOOSE_MODE = /([?&]sslmode=)(?:prefer|require|verify-ca)(?=[&#]|$)/g
const LIBPQ_MODES = /[?&]uselibpqcompat=true(?=[&#]|$)/

/**
 * `url` with an sslmode that has one meaning. The driver takes `prefer`, `require` and `verify-ca` for `verify-full`, warns of it
 * at every start, and means to weaken them to what PostgreSQL's own library does; this keeps the strict meaning and says so.
 * Whoever wants the weak one writes `uselibpqcompat=true` into the url, or `sslmode=no-verify`.
 * https://node-postgres.com/features/ssl
 */
export function withVerifiedTls(url: string): string {
  return url.replace(/\?.*$/s, (query) =>
    LIBPQ_MODES.test(query) ? query : query.replace(LOOSE_MODE, '$1verify-full'),
  )
}

/** `url` as it may be shown: without its passwords. */
export function withoutPassword(url: string): string {
  if (!/^\s*postgres(ql)?:/.test(url)) return url
  const parts = URL.parse(url)
  // What cannot be read may have its password anywhere.
  if (!parts) return 'postgresql://…'
  const { protocol, username, password, host, pathname, searchParams } = parts
  const login = `${username}${password && ':…'}`
  const query = [...searchParams].map(([name, value]) => `${name}=${/pass/i.test(name) ? '…' : value}`)
  return `${protocol}//${login && `${login}@`}${host}${pathname}${query.length > 0 ? '?' : ''}${query.join('&')}`
}

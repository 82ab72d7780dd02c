// Whose web page asks. A browser marks the requests of its pages; programs mark nothing and are let in. The host was
// checked before (http/own-host.ts), so that a page which has it as its origin is one of Local Stripe's own.

/** Whether a request comes from a program or from a page of this very server, and not from a page of another site. */
export function isOwnOrigin(headers: Record<string, string | undefined>): boolean {
  const site = headers['sec-fetch-site'] ?? 'none'
  if (site !== 'none' && site !== 'same-origin') return false
  const origin = headers['origin']
  return origin === undefined || origin === `http://${headers['host'] ?? ''}`
}

// Where the window's pages are. All but the first are under a path that Stripe has not got.

const base = '/_local/window'

export const paths = {
  overview: '/',
  objects: `${base}/objects`,
  events: `${base}/events`,
  requests: `${base}/requests`,
  find: `${base}/find`,
  orders: `${base}/orders`,
  live: `${base}/live`,
  style: `${base}/window.css`,
  script: `${base}/window.js`,
}

/** The page of an object; events have their own. */
export function objectPath(id: string, kind?: string): string {
  const isEvent = kind === 'event' || (kind === undefined && id.startsWith('evt_'))
  return `${isEvent ? paths.events : paths.objects}/${encodeURIComponent(id)}`
}

/** The page of a request. */
export function requestPath(id: string): string {
  return `${paths.requests}/${encodeURIComponent(id)}`
}

/** Whether a path belongs to the window. */
export function isWindowPath(path: string): boolean {
  return path === paths.overview || path.startsWith(`${base}/`)
}

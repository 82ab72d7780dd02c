// From a method and a path to a route. Three answers when there is none: Stripe has no such URL (404), Stripe has it
// and Local Stripe does not (501), or the path is there under another method (404, as Stripe says it).
import { routes } from './routes.ts'
import type { Route } from './route.ts'
import { notImitated, StripeError } from './stripe-error.ts'
import { isStripeUrl } from './stripe-urls.ts'

type Branch = { names: Map<string, Branch>; any: Branch | null; routes: Map<string, Route> }

const root = plant(routes)

type Found = { route: Route; id: string; parent: string }

/** The route of a request, the last id in its path and the one before. Throws a 404 or a 501. */
export function findRoute(request: { method: string; path: string }): Found {
  const found = walk(request.path.split('/').slice(1))
  const route = found?.branch.routes.get(request.method)
  if (found !== null && route !== undefined) {
    const [id = '', parent = ''] = found.ids.toReversed()
    return { route, id, parent }
  }
  if (isStripeUrl(request.path)) throw notImitated(`${request.method} ${request.path}`)
  const message =
    `Unrecognized request URL (${request.method}: ${request.path}). Please see https://stripe.com/docs or we can ` +
    'help at https://support.stripe.com/.'
  throw new StripeError({ status: 404, message })
}

function walk(segments: string[]): { branch: Branch; ids: string[] } | null {
  let branch = root
  const ids: string[] = []
  for (const segment of segments) {
    const next = branch.names.get(segment)
    if (next !== undefined) {
      branch = next
    } else if (branch.any !== null && segment !== '') {
      branch = branch.any
      ids.push(segment)
    } else {
      return null
    }
  }
  return { branch, ids }
}

function plant(all: readonly Route[]): Branch {
  const trunk = emptyBranch()
  for (const route of all) {
    let branch = trunk
    for (const segment of route.path.split('/').slice(1)) branch = grow(branch, segment)
    branch.routes.set(route.method, route)
  }
  return trunk
}

function grow(branch: Branch, segment: string): Branch {
  if (segment === ':id') return (branch.any ??= emptyBranch())
  const next = branch.names.get(segment) ?? emptyBranch()
  branch.names.set(segment, next)
  return next
}

function emptyBranch(): Branch {
  return { names: new Map(), any: null, routes: new Map() }
}

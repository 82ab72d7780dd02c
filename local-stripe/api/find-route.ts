// From a method and a path to a route. When there is none, Stripe either has it and Local Stripe has not (501), or
// nobody has (404).
import { allOperations } from '../schemas/operations.ts'
import { plantTree } from './path-tree.ts'
import { routes } from './routes.ts'
import type { Route } from './route.ts'
import { notImitated, StripeError } from './stripe-error.ts'

const served = plantTree(routes)
const stripes = plantTree(allOperations())

type Found = { route: Route; id: string; parent: string }

/** The route of a request, the last id in its path and the one before. Throws a 404 or a 501. */
export function findRoute(request: { method: string; path: string }): Found {
  const { method, path } = request
  const found = served.find(method, path)
  if (found !== null) return { route: found.leaf, id: found.id, parent: found.parent }
  if (stripes.find(method, path) !== null) throw notImitated(`${method} ${path}`)
  const message =
    `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can ` +
    'help at https://support.stripe.com/.'
  throw new StripeError({ status: 404, message })
}

// One request to Stripe's API from its bytes to its answer: key, version, parameters, idempotency, the work, the shape.
import { setTimeout as sleep } from 'node:timers/promises'
import { seconds, type Account } from '../account.ts'
import type { Fault } from '../control/faults.ts'
import { json, type Outcome, type Reply } from '../http/reply.ts'
import { newId } from '../store/new-id.ts'
import { operationAt } from '../schemas/operations.ts'
import { inShapeOf } from '../older-version/in-shape-of.ts'
import { keepAnswer, keepError } from './keep-answers.ts'
import { hasOldShape, newestVersion, readVersion } from './api-version.ts'
import { authenticate } from './authenticate.ts'
import { checkExpand, readExpand } from './check-expand.ts'
import { checkParameters } from './check-parameters.ts'
import { expand } from './expand.ts'
import { findRoute } from './find-route.ts'
import { fingerprint, type KeyedRequest } from './idempotency.ts'
import type { Form } from './parse-form.ts'
import { readRequest, requireOwnAccount } from './read-request.ts'
import type { Circumstances, Route } from './route.ts'
import { errorBody, StripeError, type ErrorDetails } from './stripe-error.ts'

export type ApiRequest = {
  method: string
  path: string
  query: string
  body: string | null
  headers: Record<string, string | undefined>
}
/** A finished answer; `kept` says whether an idempotency key may keep it. */
type Answer = { reply: Reply; kept: boolean }

/** Answers a request under `/v1/`. Never throws: what goes wrong inside is a Stripe-shaped 500. */
export async function answerApiRequest(account: Account, request: ApiRequest): Promise<Outcome> {
  const id = newId('req_', 14)
  const logged = account.requests.add(logEntry(account, id, request))
  const outcome = await answer(account, request, id).catch((error: unknown) => failure(error))
  if (typeof outcome === 'string') return outcome
  if (outcome.status >= 400) keepError(request, outcome)
  account.requests.settle(logged, { status: outcome.status, body: outcome.body ?? '' })
  return { ...outcome, headers: { ...commonHeaders(request, id), ...outcome.headers } }
}

async function answer(account: Account, request: ApiRequest, id: string): Promise<Outcome> {
  const key = authenticate(request.headers['authorization'])
  const version = readVersion(request.headers['stripe-version'])
  requireOwnAccount(request, key)
  const form = readRequest(request)
  const found = findRoute(request)
  const fault = account.faults.take(request)
  if (fault !== null && isBeforeEffect(fault)) return suffer(fault)
  account.agenda.runDue()
  const idempotencyKey = request.method === 'POST' ? request.headers['idempotency-key'] || null : null
  const names = { id, idempotency_key: idempotencyKey }
  const { id: subject, parent } = found
  const circumstances = { account, id: subject, parent, key, version, request: names }
  const work = () => perform({ route: found.route, form, circumstances })
  const run = () => (fault === null ? work() : workWithFault(work, fault))
  if (idempotencyKey === null) return afterEffect((await run()).reply, fault)
  const keyed = { key: idempotencyKey, path: request.path, fingerprint: fingerprint(form), request: id }
  return afterEffect(await answerOnce(account, keyed, run), fault)
}

async function answerOnce(
  account: Account,
  keyed: KeyedRequest,
  run: () => Answer | Promise<Answer>,
): Promise<Reply> {
  const kept = account.idempotency.claim(keyed)
  if (kept !== null) {
    const headers = { ...jsonHeaders, 'Idempotent-Replayed': 'true', 'Original-Request': kept.request }
    return { status: kept.status, body: kept.body, headers }
  }
  let toKeep: Reply | null = null
  try {
    const done = await run()
    if (done.kept) toKeep = done.reply
    return done.reply
  } finally {
    account.idempotency.release(keyed, toKeep && { status: toKeep.status, body: toKeep.body ?? '' })
  }
}

/** Reads the parameters and does the work in one transaction. */
function perform(work: { route: Route; form: Form; circumstances: Omit<Circumstances, 'expand'> }): Answer {
  const { route, form, circumstances } = work
  const { account, version } = circumstances
  const { expand: wanted, ...named } = form
  const paths = readExpand(wanted, version)
  const params: Form = Object.assign(Object.create(null), named)
  checkParameters(route, params, version)
  checkExpand(paths, operationAt(route.method, route.path)?.answers ?? [])
  const run = route.prepare(params)
  try {
    const result = account.store.transaction(() => {
      const done = run({ ...circumstances, expand: paths })
      return done instanceof StripeError ? done : expand(account, done, paths)
    })
    if (result instanceof StripeError) return { reply: failure(result), kept: true }
    if (!hasOldShape(version.name)) {
      keepAnswer({ operation: `${route.method} ${route.path}`, status: 200, body: result })
    }
    return { reply: json(200, inShapeOf(version.name, result, account)), kept: true }
  } catch (error) {
    return { reply: failure(error), kept: true }
  }
}

async function workWithFault(work: () => Answer, fault: Fault): Promise<Answer> {
  if (fault.fault === 'slow') await sleep(fault.ms)
  const done = work()
  if (fault.fault !== '500-after-effect') return done
  return { reply: orderedError(500), kept: true }
}

function isBeforeEffect(fault: Fault): boolean {
  return fault.fault !== 'slow' && !fault.fault.endsWith('-after-effect')
}

function suffer(fault: Fault): Outcome {
  if (fault.fault === '429') return orderedError(429)
  if (fault.fault === '500') return orderedError(500)
  return fault.fault === 'hang' ? 'hang' : 'cut'
}

function afterEffect(reply: Reply, fault: Fault | null): Outcome {
  if (fault?.fault === 'hang-after-effect') return 'hang'
  return fault?.fault === 'reset-after-effect' ? 'cut' : reply
}

function orderedError(status: 429 | 500): Reply {
  if (status === 500) return errorReply({ status, type: 'api_error', message: 'An unknown error occurred' })
  const message =
    'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.'
  const headers = { 'Stripe-Rate-Limited-Reason': 'endpoint-rate' }
  return errorReply({ status, code: 'rate_limit', message, headers })
}

function failure(error: unknown): Reply {
  if (error instanceof StripeError) return errorReply(error.details)
  console.error(error)
  return errorReply({ status: 500, type: 'api_error', message: `Local Stripe failed: ${String(error)}` })
}

function errorReply(details: ErrorDetails): Reply {
  return json(details.status, errorBody(details), details.headers)
}

const jsonHeaders = { 'Content-Type': 'application/json' }

function commonHeaders(request: ApiRequest, id: string): Record<string, string> {
  const key = request.headers['idempotency-key']
  return {
    'Request-Id': id,
    'Cache-Control': 'no-cache, no-store',
    ...(key !== undefined && { 'Idempotency-Key': key }),
    'Stripe-Version': request.headers['stripe-version'] || newestVersion,
  }
}

function logEntry(account: Account, id: string, request: ApiRequest) {
  return {
    id,
    created: seconds(account),
    method: request.method,
    path: request.path,
    query: request.query,
    idempotency_key: request.headers['idempotency-key'] ?? null,
    stripe_version: request.headers['stripe-version'] ?? null,
    body: request.body ?? '',
  }
}

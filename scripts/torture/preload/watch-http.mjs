// What comes in, what goes out to Stripe, and the answers to both. A request may carry an order for this machinery in a header
// of its own: { kill } or { maximumPages }.
import { existsSync, readFileSync, unlinkSync } from 'node:fs'
import http from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import { arrive } from './points.mjs'

const answers = new Map([
  ['/api/webhooks/stripe', 'event answer'],
  ['/api/checkout_sessions', 'checkout answer'],
])

/** Tells `obey` of each order that a request carries, before the shop sees the request. */
export function watchRequests(obey) {
  const server = http.Server.prototype
  const emit = server['emit']
  server.emit = function watchedEmit(name, ...args) {
    if (name === 'request') takeOrder(args[0], obey)
    return emit.call(this, name, ...args)
  }
}

function takeOrder({ headers }, obey) {
  const order = headers['torture-order']
  delete headers['torture-order']
  if (order) obey(JSON.parse(order))
}

/** Watches the answers of the shop's routes. */
export function watchAnswers() {
  const response = http.ServerResponse.prototype
  const begun = new WeakSet()
  for (const name of ['writeHead', 'write', 'end']) {
    const original = response[name]
    response[name] = function watchedAnswer(...args) {
      const point = answers.get((this.req?.url ?? '').split('?')[0])
      if (point && !begun.has(this)) begin(this, point)
      return original.apply(this, args)
    }
  }
  function begin(answer, point) {
    begun.add(answer)
    arrive(point, 'before')
    answer.once('finish', () => arrive(point, 'after'))
  }
}

/** Watches the requests for sessions. Where the file TORTURE_REFUSE is, the next call to Stripe finds nobody listening. */
export function watchStripeCalls() {
  const { request } = http
  http.request = function watchedRequest(...args) {
    const [options] = args
    if (!isStripeCall(options)) return request.apply(this, args)
    if (isRefused(options)) Object.assign(options, { port: 9 })
    if (options.method !== 'POST') return request.apply(this, args)
    arrive('stripe request', 'before')
    const call = request.apply(this, args)
    call.once('finish', () => arrive('stripe request', 'after'))
    call.once('response', (answer) => {
      arrive('stripe answer', 'before')
      answer.once('end', () => arrive('stripe answer', 'after'))
    })
    return call
  }
  syncBuiltinESMExports()
}

function isStripeCall(options) {
  return typeof options === 'object' && String(options.path).startsWith('/v1/')
}

// The file names the paths that are refused, once.
function isRefused({ path, method }) {
  const token = process.env.TORTURE_REFUSE
  if (!token || !existsSync(token)) return false
  const [creation, ...others] = readFileSync(token, 'utf8').split('\n')
  const plainPath = path.split('?')[0].replace(/\/expire$/, '')
  const refused = plainPath === creation ? method === 'POST' : others.includes(plainPath)
  if (refused) unlinkSync(token)
  return refused
}

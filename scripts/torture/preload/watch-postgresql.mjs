// pg's Client: each query that is sent is a point, and so is its answer.
import { createRequire } from 'node:module'
import { arrive, leave, pass } from './points.mjs'
import { followConnection } from './statement-points.mjs'

const require = createRequire(import.meta.url)

/** Watches every connection that this process opens from now on. */
export function watchPostgresql() {
  const { Client } = require('pg')
  const client = Client.prototype
  const query = client['query']
  const followers = new WeakMap()
  client.query = function watchedQuery(...args) {
    if (!followers.has(this)) followers.set(this, followConnection())
    const [config] = args
    const sql = typeof config === 'string' ? config : (config?.text ?? '')
    const points = followers.get(this)(sql)
    const last = args.at(-1)
    if (typeof last !== 'function') return pass(points, () => query.apply(this, args))
    // With a callback the query's end is the callback, not the return.
    args[args.length - 1] = leavingFirst(points, last)
    for (const point of points) arrive(point, 'before')
    return query.apply(this, args)
  }
}

function leavingFirst(points, callback) {
  return (...answer) => {
    leave(points)
    return callback(...answer)
  }
}

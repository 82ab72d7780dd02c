// better-sqlite3, as every bundle of the shop shares it: each statement is a point.
import { createRequire } from 'node:module'
import { pass } from './points.mjs'
import { followConnection } from './statement-points.mjs'

const require = createRequire(import.meta.url)

const writers = new Set()

/** Lets the database grow to so many pages more than it has; null: as large as it likes. A full disk, as SQLite tells it. */
export function limitPages(more) {
  for (const writer of writers) {
    const maximum = more === null ? 2 ** 31 : Number(writer.pragma('page_count', { simple: true })) + more
    writer.pragma(`max_page_count = ${maximum}`)
  }
}

/** Watches every connection that this process opens from now on. */
export function watchSqlite() {
  const Database = require('better-sqlite3')
  const { exec, prepare } = Database.prototype
  const followers = new WeakMap()
  const pointsOf = (connection, sql) => {
    if (!followers.has(connection)) followers.set(connection, followConnection())
    return followers.get(connection)(sql)
  }
  Database.prototype.exec = function watchedExec(sql) {
    if (!this.readonly) writers.add(this)
    return pass(pointsOf(this, sql), () => exec.call(this, sql))
  }
  Database.prototype.prepare = function watchedPrepare(...args) {
    const statement = prepare.apply(this, args)
    watchStatements(Object.getPrototypeOf(statement), pointsOf)
    return statement
  }
}

const watched = new WeakSet()

// All statements share one prototype, which only a statement shows.
function watchStatements(prototype, pointsOf) {
  if (watched.has(prototype)) return
  watched.add(prototype)
  for (const name of ['run', 'get', 'all']) {
    const original = prototype[name]
    prototype[name] = function watchedStatement(...args) {
      return pass(pointsOf(this.database, this.source), () => original.apply(this, args))
    }
  }
}

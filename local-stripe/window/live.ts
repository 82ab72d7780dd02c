// Tells an open page that something has changed (server-sent events); the page then fetches itself again.
import type { ServerResponse } from 'node:http'
import type { Account } from '../account.ts'
import { countChanges } from './read-state.ts'

const lookEvery = 400

/** Keeps a response open and says `changed` in it whenever something has, at most every 0.4 seconds. */
export function openLive(account: Account, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.write('retry: 1000\n\n')
  let last = markOf(account)
  const timer = setInterval(() => {
    if (response.destroyed) return
    const mark = markOf(account)
    if (mark === last) return
    last = mark
    response.write('event: changed\ndata: 1\n\n')
  }, lookEvery)
  timer.unref()
  response.once('close', () => clearInterval(timer))
}

/** A text that is another one after every change that the window can show. */
function markOf(account: Account): string {
  const request = account.requests.last(1)[0]
  return JSON.stringify([
    countChanges(account),
    request?.id,
    request?.status,
    account.deliveries.settings,
    account.faults.list(),
    account.deliveryFaults.list(),
    account.listeners.count(),
    account.listeners.countConnected(),
    Math.round((account.clock() - Date.now()) / 1000),
  ])
}

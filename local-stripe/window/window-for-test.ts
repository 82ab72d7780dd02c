// What the tests of the window begin with: its pages and buttons as a browser without JavaScript meets them.
import type { TestContext } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

/** Starts Local Stripe for one test, with its window. */
export async function windowForTest(t: TestContext) {
  const setup = await localStripeForTest(t)
  const { url } = setup
  const look = async (path: string) => {
    const answer = await fetch(url + path, { redirect: 'manual' })
    return { status: answer.status, headers: answer.headers, page: await answer.text() }
  }
  /** Presses a button as a browser without JavaScript does. */
  const press = async (
    name: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) => {
    const from = { Origin: url, 'Sec-Fetch-Site': 'same-origin', ...headers }
    const body = new URLSearchParams(fields)
    const path = `${url}/_local/window/orders/${name}`
    const answer = await fetch(path, { method: 'POST', redirect: 'manual', headers: from, body })
    return { status: answer.status, location: answer.headers.get('location'), page: await answer.text() }
  }
  return { ...setup, look, press }
}

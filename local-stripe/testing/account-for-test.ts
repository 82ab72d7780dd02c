// A Local Stripe whose account a test can reach into, for what has no call of Stripe's API: the shopper's doings.
import type { TestContext } from 'node:test'
import { createAccount } from '../create-account.ts'
import { listen, serve } from '../http/listen.ts'
import { openDatabase } from '../store/open-database.ts'
import { sdkFor } from './local-stripe-for-test.ts'

/** Starts Local Stripe for one test, and gives its account beside the official SDK. It ends with the test. */
export async function accountForTest(t: TestContext) {
  const { server, url } = await listen(0)
  const database = await openDatabase(':memory:')
  const account = createAccount({ database, url, clock: Date.now })
  serve(server, account)
  t.after(() => {
    account.agenda.close()
    account.deliveries.close()
    server.closeAllConnections()
    server.close()
    database.close()
  })
  return { account, url, stripe: sdkFor(url) }
}

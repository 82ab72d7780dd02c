// Starts Local Stripe: the port first, because objects carry its URL, then the state, then the answers.
import { createAccount } from './create-account.ts'
import { webhookEndpointAt } from './events/webhook-endpoint-at.ts'
import { listen, serve } from './http/listen.ts'
import { openDatabase } from './store/open-database.ts'
import { acceptSockets } from './stripe-cli/accept-sockets.ts'

export type LocalStripe = {
  /** Where it is reached, without a slash at the end. */
  url: string
  /** Sends every event to an address from now on, and gives the secret they are signed with: the same at every start. */
  forwardTo(url: string): string
  /** Stops answering and closes the database; what is undelivered stays in it. */
  close(): Promise<void>
}

/**
 * Starts Local Stripe on the loopback interface. `port` 0 takes any free one; `data` is a SQLite file or `:memory:`;
 * `clock` gives milliseconds since 1970. Rejects when the port is taken or the file cannot be opened.
 */
export async function startLocalStripe(options: {
  port: number
  data: string
  clock?: () => number
}): Promise<LocalStripe> {
  const { port, data, clock = Date.now } = options
  const { server, url } = await listen(port)
  const database = await openDatabase(data).catch((error: unknown) => {
    server.close()
    throw error
  })
  const account = createAccount({ database, url, clock })
  serve(server, account)
  acceptSockets(server, account.listeners)
  account.agenda.wake()
  account.deliveries.wake()
  return {
    url,
    forwardTo: (address) => webhookEndpointAt(account, address).secret ?? '',
    async close() {
      if (!database.isOpen) return
      account.agenda.close()
      account.deliveries.close()
      account.listeners.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      database.close()
    },
  }
}

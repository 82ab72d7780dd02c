import { sweep } from '#domain/inbox/sweep'
import { settings } from '#env'

const fiveMinutes = 5 * 60_000

/** Checks the settings and looks after orders from time to time. Throws SettingsError, which keeps the server from starting. */
export function startShop(): void {
  settings()
  void lookAfterOrders()
  setInterval(() => void lookAfterOrders(), fiveMinutes).unref()
}

// What a sweep cannot do now the next one will: its errors are told and stop nothing.
async function lookAfterOrders(): Promise<void> {
  try {
    const { repairs } = await sweep()
    for (const { orderId, became } of repairs) console.log('sweep: order repaired', { orderId, became })
  } catch (error) {
    console.error('sweep: failed, and will be tried again', error)
  }
}

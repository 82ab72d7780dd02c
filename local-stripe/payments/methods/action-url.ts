import type { Account } from '../../account.ts'

/** Where the shopper does what a PaymentIntent waits for: the page of the bank or of the wallet. */
export function actionUrl(account: Account, intent: { id: string }): string {
  return `${account.url}/c/action/${intent.id}`
}

// The receipt that a charge's `receipt_url` leads to.
import type { Account } from '../account.ts'
import { html } from '../hosted-page/html.ts'
import type { Reply } from '../http/reply.ts'
import { formatAmount } from '../money/format-amount.ts'
import type { Charge } from '../store/stripe-types.ts'

const path = '/receipts/'

/** Where the receipt of a charge is. */
export function receiptUrl(account: Account, charge: string): string {
  return `${account.url}${path}${charge}`
}

/** The receipt at a path that begins with `/receipts/`. */
export function answerReceiptRequest(account: Account, asked: string): Reply {
  const charge = account.store.find('charge', asked.slice(path.length))
  return charge?.paid
    ? receipt(charge)
    : document('There is no such receipt', html`<p>Nothing was paid here.</p>`, 404)
}

function receipt(charge: Charge): Reply {
  const { currency, description, id, created, amount_captured, amount_refunded } = charge
  const [paid, refunded] = [amount_captured, amount_refunded].map((amount) =>
    formatAmount({ amount, currency }),
  )
  const date = new Date(created * 1000).toISOString().slice(0, 10)
  const rows = html`<p>${description}</p>
    <dl>
      <dt>Amount paid</dt>
      <dd>${paid ?? ''}</dd>
      <dt>Date paid</dt>
      <dd>${date}</dd>
      ${
        amount_refunded > 0 &&
        html`<dt>Refunded</dt>
          <dd>${refunded ?? ''}</dd>`
      }
      <dt>Charge</dt>
      <dd>${id}</dd>
    </dl>`
  return document('Receipt from Local Stripe', rows, 200)
}

function document(title: string, content: { html: string }, status: number): Reply {
  const { html: body } = html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${title}</title>
      <h1>${title}</h1>
      ${content}
      <p>Local Stripe moves no money: this is test data.</p>
    </html>`
  return { status, headers, body }
}

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'",
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
}

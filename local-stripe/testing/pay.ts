// The shopper of a test: fills in the hosted page's form without any JavaScript.

// Where goods go is read only by sessions that ask for it.
const address = {
  shippingName: 'Ann Lee',
  shippingCountry: 'DE',
  shippingAddressLine1: 'Hauptstraße 1',
  shippingLocality: 'Berlin',
  shippingPostalCode: '10115',
}
const shopper = { ...address, email: 'ann@example.com', billingName: 'Ann Lee', billingCountry: 'DE' }
const card = { ...shopper, cardNumber: '4242 4242 4242 4242', cardExpiry: '12 / 34', cardCvc: '123' }

/** Posts the payment form of a session with a card; `fields` replace what is typed. */
export function payWithCard(session: { url: string | null }, fields: Record<string, string> = {}) {
  return post(session.url ?? '', { ...card, ...fields })
}

/** Posts the payment form of a session with a bank account. */
export function payWithIban(session: { url: string | null }, iban: string) {
  return post(session.url ?? '', { ...shopper, paymentMethod: 'sepa_debit', iban })
}

/** Posts a form and gives the status, where it leads, and the page. */
export async function post(url: string, fields: Record<string, string>) {
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
  const location = answer.headers.get('location')
  return { status: answer.status, location, page: await answer.text() }
}

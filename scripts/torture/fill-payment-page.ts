// Who pays, and where the goods go.
const shopper = {
  email: 'shopper@example.com',
  billingName: 'Wang Fang',
  billingCountry: 'CN',
  shippingName: 'Wang Fang',
  shippingCountry: 'DE',
  shippingAddressLine1: 'Hauptstraße 1',
  shippingLocality: 'Berlin',
  shippingPostalCode: '10115',
}

/** The fields of a card that is paid with. */
export function cardFields(cardNumber: string) {
  return { paymentMethod: 'card', cardNumber, cardExpiry: '12 / 40', cardCvc: '123' }
}

interface PaymentPage {
  /** Where Local Stripe is. */
  readonly url: string
  readonly sessionId: string
}

/** Sends a session's payment page with how to pay, and what of the shopper is another's. Gives the status of the answer. */
export async function fillPaymentPage(
  { url, sessionId }: PaymentPage,
  fields: Readonly<Record<string, string>>,
): Promise<number> {
  const answer = await fetch(`${url}/c/pay/${sessionId}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...shopper, ...fields }),
  })
  await answer.text()
  return answer.status
}

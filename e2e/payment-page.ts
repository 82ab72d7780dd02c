// Stripe's hosted payment page. Local Stripe's has the same ids, so that one story runs on both.
// https://docs.stripe.com/testing
import { expect, type Page } from 'playwright/test'

export const cards = {
  works: '4242424242424242',
  declined: '4000000000000002',
  asksBank: '4000002500003155',
} as const

export const shopper = {
  name: '李 雷',
  email: 'li.lei@example.com',
  address: { line1: 'Hauptstraße 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
}

/** Waits for the payment page and gives the id of its session. */
export async function sessionOnPage(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/c\/pay\/cs_test_/)
  return /cs_test_[A-Za-z0-9]+/.exec(page.url())?.[0] ?? ''
}

/** Fills in who pays and with which card, and presses the button. */
export async function payWithCard(page: Page, number: string = cards.works): Promise<void> {
  await fillInPayer(page)
  const choice = page.locator('#payment-method-accordion-item-title-card, #payment-method-card')
  if ((await choice.count()) > 0) await choice.first().check({ force: true })
  await page.locator('#cardNumber').fill(number)
  await page.locator('#cardExpiry').fill('12 / 34')
  await page.locator('#cardCvc').fill('123')
  await pressPay(page)
}

/** Says who orders, where nothing is to be paid, and presses the button. */
export async function payNothing(page: Page): Promise<void> {
  await fillInPayer(page)
  await pressPay(page)
}

/** Applies a discount code. */
export async function applyCode(page: Page, code: string): Promise<void> {
  await page.locator('#promotionCode').fill(code)
  await page.getByRole('button', { name: /^(Apply|应用|适用)$/ }).click()
}

/** Pays by SEPA debit from an account. */
export async function payFromAccount(page: Page, iban: string): Promise<void> {
  await fillInPayer(page)
  await page.getByTestId('sepa_debit-accordion-item-button').click()
  await page.locator('#iban').fill(iban)
  await pressPay(page)
}

/** Answers the bank's question about a card: yes, it is me, or no. */
export async function answerBank(page: Page, answer: 'authorize' | 'fail'): Promise<void> {
  const button = `#test-source-${answer}-3ds`
  const holder = async () => {
    for (const frame of page.frames()) if ((await frame.locator(button).count()) > 0) return frame
    return null
  }
  await expect.poll(async () => (await holder()) !== null).toBe(true)
  await (await holder())?.locator(button).click()
}

async function fillInPayer(page: Page): Promise<void> {
  await page.locator('#email').fill(shopper.email)
  await fillInAddress(page)
  const name = page.locator('#billingName')
  if (await name.isVisible()) await name.fill(shopper.name)
  const postalCode = page.locator('#billingPostalCode')
  if (await postalCode.isVisible()) await postalCode.fill('12345')
}

async function fillInAddress(page: Page): Promise<void> {
  const { line1, postalCode, city, country } = shopper.address
  const name = page.locator('#shippingName')
  if (!(await name.isVisible())) return
  await name.fill(shopper.name)
  // Which other fields there are depends on the country.
  await page.locator('#shippingCountry').selectOption(country)
  await page.locator('#shippingAddressLine1').fill(line1)
  await page.locator('#shippingPostalCode').fill(postalCode)
  await page.locator('#shippingLocality').fill(city)
}

async function pressPay(page: Page): Promise<void> {
  // Stripe's page offers to remember the shopper, and then wants a telephone number.
  const remember = page.locator('#enableStripePass')
  if ((await remember.count()) > 0) await remember.uncheck({ force: true })
  await page.getByTestId('hosted-payment-submit-button').click()
}

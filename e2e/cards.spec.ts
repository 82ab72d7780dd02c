// Every way in which a card can end. https://docs.stripe.com/testing#declined-payments
import { answerBank, cards, payFromAccount, payWithCard } from './payment-page.ts'
import { goToPayment, expectPaid, title } from './shop-pages.ts'
import { expect, test } from './shop.ts'
import { againstStripe } from './stripe-mode.ts'

// What Stripe's own page says. A reason that the bank gives in confidence, such as a stolen card, is not told.
const declined = /Your (credit )?card was declined/
const outcomes = [
  { what: 'is declined', number: cards.declined, message: declined },
  { what: 'has not enough money', number: '4000000000009995', message: /declined.*insufficient funds/ },
  { what: 'is reported lost', number: '4000000000009987', message: declined },
  { what: 'is reported stolen', number: '4000000000009979', message: declined },
  { what: 'has expired', number: '4000000000000069', message: /card (is|has) expired/ },
  {
    what: 'has another security code',
    number: '4000000000000127',
    message: /(CVC|security code) is incorrect/,
  },
  {
    what: 'cannot be processed just now',
    number: '4000000000000119',
    message: /An error occurred while processing/,
  },
  { what: 'was used too often', number: '4000000000006975', message: /declined/ },
  { what: 'is blocked as too risky', number: '4100000000000019', message: declined },
]

for (const { what, number, message } of outcomes) {
  test(`A card that ${what} is refused in plain words, and another card then pays`, async ({
    page,
    shop,
  }) => {
    const session = await goToPayment(page, 'cedar-pencils')
    await payWithCard(page, number)
    await expect(page.getByText(message).first()).toBeVisible()
    expect(shop.records.order(session)?.payment).not.toBe('paid')
    await payWithCard(page, cards.works)
    await expectPaid(page)
    expect(shop.records.order(session)?.payment).toBe('paid')
  })
}

test('A mistyped card number is told at once and charged to nobody', async ({ page, shop }) => {
  const session = await goToPayment(page, 'cedar-pencils')
  await payWithCard(page, '4242424242424241')
  await expect(page.getByText('Your card number is invalid.')).toBeVisible()
  expect(shop.records.order(session)?.payment).toBe('none')
})

test('My bank asks whether it is me; I say yes, and it is paid', async ({ page }) => {
  await goToPayment(page, 'cedar-pencils')
  await payWithCard(page, cards.asksBank)
  await answerBank(page, 'authorize')
  await expectPaid(page)
})

test('My bank asks whether it is me and does not believe me; another card then pays', async ({ page }) => {
  await goToPayment(page, 'cedar-pencils')
  await payWithCard(page, cards.asksBank)
  await answerBank(page, 'fail')
  await expect(page.getByText(/unable to authenticate your payment method/)).toBeVisible()
  await payWithCard(page, cards.works)
  await expectPaid(page)
})

test('My bank knows me and declines all the same; another card then pays', async ({ page }) => {
  await goToPayment(page, 'cedar-pencils')
  await payWithCard(page, '4000008400001629')
  await answerBank(page, 'authorize')
  await expect(page.getByText(declined).first()).toBeVisible()
  await payWithCard(page, cards.works)
  await expectPaid(page)
})

test.describe('Paying in euros from a bank account', () => {
  test.skip(againstStripe, 'not every account has SEPA debit switched on')

  for (const { iban, end, heading, payment, stock } of [
    {
      iban: 'AT611904300234573201',
      end: 'pays',
      heading: 'Paid. Thank you!',
      payment: 'paid',
      stock: 'sold',
    },
    {
      iban: 'AT861904300235473202',
      end: 'refuses',
      heading: 'The payment failed',
      payment: 'failed',
      stock: 'released',
    },
  ]) {
    test(`The order waits for the bank, and says so; then the bank ${end}`, async ({ page, shop }) => {
      const session = await goToPayment(page, 'cedar-pencils', { currency: 'eur' })
      await payFromAccount(page, iban)
      await expect(page).toHaveURL(/\/success\?/)
      await expect(title(page)).toHaveText(/^(Waiting for the bank|Paid. Thank you!|The payment failed)$/)
      await expect.poll(() => shop.records.order(session)?.payment).toBe(payment)
      await page.reload()
      await expect(title(page)).toHaveText(heading)
      expect(shop.records.order(session)?.stock).toBe(stock)
    })
  }

  test('While the bank takes its three minutes, my order is kept for me and out of my cart', async ({
    page,
    shop,
  }) => {
    const session = await goToPayment(page, 'cedar-pencils', { currency: 'eur' })
    await payFromAccount(page, 'AT321904300235473204')
    await expect(title(page)).toHaveText('Waiting for the bank')
    expect(shop.records.order(session)).toMatchObject({ payment: 'processing', stock: 'held' })
    await page.goto('/en/cart')
    await expect(page.getByText('Nothing in it yet.')).toBeVisible()
  })
})

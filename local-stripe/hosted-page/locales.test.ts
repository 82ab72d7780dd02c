import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { chooseMessages } from './locales/choose-messages.ts'
import { languages } from './locales/languages.ts'
import { deliveryTime } from './sections/delivery-time.ts'
import { openPage } from './testing/open-page.ts'

const blanks = (text: string) => Array.from(text.matchAll(/\{\w+\}/g), ([blank]) => blank).toSorted()

test('Every sentence is there in every language, with the same blanks to fill.', () => {
  for (const [language, words] of Object.entries(languages)) {
    const pairs = [...sentences(languages.en, words), ...sentences(languages.en.outcomes, words.outcomes)]
    for (const [key, english, other] of pairs) {
      assert.notEqual(other, '', `${language}: ${key}`)
      assert.deepEqual(blanks(other), blanks(english), `${language}: ${key}`)
    }
  }
})

function sentences(english: object, other: object): [key: string, english: string, other: string][] {
  const theirs = new Map<string, string>(Object.entries(other))
  return Object.entries(english)
    .filter(([, sentence]) => typeof sentence === 'string')
    .map(([key, sentence]) => [key, String(sentence), theirs.get(key) ?? ''])
}

test('No language but English says its sentences in English.', () => {
  const may = new Set([
    'IBAN',
    'Konbini',
    'Multibanco',
    'Alipay',
    'WeChat Pay',
    'CVC',
    'Province',
    'optional',
  ])
  for (const [language, words] of Object.entries(languages)) {
    if (language === 'en') continue
    const same = Object.entries(words).filter(
      ([key, sentence]) =>
        typeof sentence === 'string' &&
        sentence === languages.en[key as keyof typeof languages.en] &&
        /[a-z]{3}/.test(sentence.replaceAll(/\{\w+\}/g, '')) &&
        !may.has(sentence),
    )
    assert.deepEqual(same, [], language)
  }
})

const asked: [accept: string, lang: string][] = [
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['fr-CA', 'fr'],
  ['ja', 'ja'],
  ['zh-CN,zh;q=0.9', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['zh-Hant', 'zh-TW'],
  ['zh-Hant-HK', 'zh-HK'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-HK;q=0.5, en;q=0.4', 'zh-HK'],
  ['zh-MO', 'zh-HK'],
  ['en;q=0.3,ja;q=0.7', 'ja'],
  ['pt-BR,nl;q=0.9,fr;q=0.2', 'fr'],
  ['de;q=0,en', 'en'],
  ['DE', 'de'],
  ['sv', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [';;q=,,q=9', 'en'],
  ['x'.repeat(100_000), 'en'],
]

test('With auto the browser’s languages decide, in the order in which it wants them.', () => {
  for (const [accept, lang] of asked)
    assert.equal(chooseMessages('auto', accept).htmlLang, lang, accept.slice(0, 40))
  assert.equal(chooseMessages(null, undefined).htmlLang, 'en')
})

test('The session’s own locale is stronger than the browser’s; what there is not is in English and says so.', () => {
  const fixed = {
    de: 'de',
    'fr-CA': 'fr',
    'zh-TW': 'zh-TW',
    'zh-HK': 'zh-HK',
    zh: 'zh-Hans',
    'en-GB': 'en',
    pl: 'en',
  }
  for (const [locale, lang] of Object.entries(fixed))
    assert.equal(chooseMessages(locale, 'ja').htmlLang, lang, locale)
})

test('Money is written as the page’s language writes it.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const totals = { de: /^25,00\s€$/, fr: /^25,00\s€$/, en: /^€25\.00$/, ja: /^€25\.00$/, zh: /^€25\.00$/ }
  for (const [locale, written] of Object.entries(totals)) {
    const params = sessionParams({ currency: 'eur' }, { locale: locale as 'de' })
    const page = await openPage((await stripe.checkout.sessions.create(params)).url ?? '')
    assert.match(page.byTestId('product-summary-total-amount') ?? '', written, locale)
  }
})

function estimate(
  from: number | null,
  to: number | null,
  unit: 'business_day' | 'day' | 'week' = 'business_day',
) {
  return {
    minimum: from === null ? null : { unit, value: from },
    maximum: to === null ? null : { unit, value: to },
  }
}

test('Delivery times are counted as each language counts.', () => {
  const { en, de, fr, ja } = languages
  assert.equal(deliveryTime(estimate(3, 5), en), '3–5 business days')
  assert.equal(deliveryTime(estimate(1, 1), en), '1 business day')
  assert.equal(deliveryTime(estimate(null, 1), en), 'Up to 1 business day')
  assert.equal(deliveryTime(estimate(2, null, 'week'), en), 'At least 2 weeks')
  assert.equal(deliveryTime(estimate(1, 2, 'day'), de), '1–2 Tage')
  assert.equal(deliveryTime(estimate(1, 1), de), '1 Werktag')
  assert.equal(deliveryTime(estimate(1, 1), fr), '1 jour ouvré')
  assert.equal(deliveryTime(estimate(3, 3), ja), '3 営業日')
  assert.equal(deliveryTime(null, en), null)
})

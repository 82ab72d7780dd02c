import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { openPage } from './testing/open-page.ts'

test('A shop’s name, picture and colours are on its page, and what is written on them can be read.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const branding_settings = {
    display_name: 'Tea & <Co>',
    button_color: '#FFDD00',
    background_color: '#102030',
    border_style: 'rectangular' as const,
    logo: { type: 'url' as const, url: 'https://shop.test/logo.png' },
  }
  const { url } = await stripe.checkout.sessions.create(sessionParams({}, { branding_settings }))
  const page = await openPage(url ?? '')
  for (const part of [
    'Tea &amp; &lt;Co&gt;',
    'src="https://shop.test/logo.png"',
    'href="https://shop.test/cancel"',
  ]) {
    assert.ok(page.text.includes(part), part)
  }
  const style = await (await fetch(`${url}/brand.css`)).text()
  assert.match(style, /--button: #FFDD00;\s+--on-button: #000000;/)
  assert.match(style, /--on-tint: light-dark\(#ffffff,/)
  assert.match(style, /--radius: 0;/)
})

test('A page without a brand, or with colours that are none, has no style sheet of its own.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const branding_settings of [{}, { button_color: 'red}' }]) {
    const { url } = await stripe.checkout.sessions.create(sessionParams({}, { branding_settings }))
    assert.equal((await openPage(url ?? '')).text.includes('brand.css'), false)
  }
})

import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainPage } from './plain-page.ts'

for (const [locale, said] of [
  ['en', ['One moment, please', 'Try again in 40 seconds.', 'nothing was charged', 'To the shop']],
  ['zh-CN', ['请稍等', '请40秒后再试。', '也没有扣款', '回到店里']],
] as const) {
  test(`Who is refused at the door reads in ${locale} what happened, for how long, that nothing came of it, and where to go on`, async () => {
    const html = await plainPage({ code: 'too-many-requests', retryAfter: 40 }, { locale }).text()

    assert.match(html, new RegExp(`<html lang="${locale}">`))
    for (const words of said) assert.ok(html.includes(words), words)
    for (const path of ['', '/cart', '/orders', '/help/contact'])
      assert.ok(html.includes(`href="/${locale}${path}"`), path)
  })
}

for (const [retryAfter, words] of [
  [1, 'in 1 second.'],
  [90, 'in 90 seconds.'],
  [91, 'in 2 minutes.'],
  [240, 'in 4 minutes.'],
] as const) {
  test(`${retryAfter} seconds are said as “${words}”`, async () => {
    const page = plainPage({ code: 'too-many-requests', retryAfter }, { locale: 'en' })

    assert.ok((await page.text()).includes(`Try again ${words}`))
  })
}

test('A page for another site’s form has a title of its own, one for what was too large says what to do', async () => {
  const [foreign, large] = await Promise.all(
    (['forbidden-origin', 'too-large'] as const).map(async (code) =>
      plainPage({ code }, { locale: 'en' }).text(),
    ),
  )

  assert.match(foreign ?? '', /<h1>This did not come from the shop<\/h1>/)
  assert.match(large ?? '', /Go back and send less\./)
})

// Of a page that fails Next.js sends a head without a body, and leaves its words to React. A browser without script gets them here.
import { locales } from '#domain/catalogue/text'
import { plainCard } from '../_lib/requests/plain-page.ts'
import { translator } from '../_lib/translate.ts'
import { styleSheets } from './style-sheets.ts'

/** The page; one that is empty until script has run, with words in both languages for whoever runs none. */
export function withWords(html: string): string {
  if (!html.includes('<html id="__next_error__"')) return html
  const cards = locales.map((locale) => {
    const t = translator(locale)
    return plainCard({ title: t('refused.unexpected'), words: [t('refused.try')], locale })
  })
  const words = `<noscript>${styleSheets().links}<main>${cards.join('')}</main></noscript>`
  return html.replace('</body>', () => `${words}</body>`)
}

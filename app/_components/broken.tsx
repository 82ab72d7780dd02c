// Both languages stand here and not in messages/: this goes to the browser with every page, and must come up when nothing else
// does. Its links lead where no page's language is known.
const texts = {
  en: {
    title: 'Something broke on our side',
    text: 'Your cart is safe. Try again in a moment, or write to us.',
    again: 'Try again',
    toShop: 'To the shop',
    toCart: 'Cart',
    contact: 'Contact',
    reference: 'If you write to us, name this number',
  },
  'zh-CN': {
    title: '我们这边出了点问题',
    text: '您的购物车还在。请稍后再试，或者写信告诉我们。',
    again: '再试一次',
    toShop: '回到店里',
    toCart: '购物车',
    contact: '联系我们',
    reference: '写信时请附上这个编号',
  },
} as const

// Followed, it asks for the same page again, without script as well.
const here = ''

export interface BrokenProps {
  readonly error: Error & { readonly digest?: string }
}

/** Says in both languages that something broke, by which number the shop finds it in its log, and where to go on. */
export function Broken({ error: { digest } }: BrokenProps) {
  return (
    <div className="narrow plain">
      <h1>
        <span lang="en">{texts.en.title}</span>
        <br />
        <span lang="zh-CN">{texts['zh-CN'].title}</span>
      </h1>
      {(['en', 'zh-CN'] as const).map((locale) => (
        <p key={locale} lang={locale}>
          {texts[locale].text}
        </p>
      ))}
      {digest && (
        <p className="quiet">
          {both('reference')}: <code>{digest}</code>
        </p>
      )}
      <p className="ways-on">
        <a className="button strong" href={here}>
          {both('again')}
        </a>
        <a className="button" href="/">
          {both('toShop')}
        </a>
        <a className="button" href="/cart">
          {both('toCart')}
        </a>
        <a className="button" href="/help/contact">
          {both('contact')}
        </a>
      </p>
    </div>
  )
}

function both(text: keyof (typeof texts)['en']) {
  return (
    <span>
      <span lang="en">{texts.en[text]}</span> · <span lang="zh-CN">{texts['zh-CN'][text]}</span>
    </span>
  )
}

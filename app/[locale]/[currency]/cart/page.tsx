import type { Metadata } from 'next'
import { type PricedCart, priceCart } from '#domain/cart/price-cart'
import { CheckoutForm } from '../../../_components/checkout-form'
import { orUnavailable } from '../../../_components/or-unavailable'
import { readBrowser } from '../../../_lib/browser'
import { checkoutTexts } from '../../../_lib/checkout-texts'
import { type PageMarket, pageMarket } from '../../../_lib/page-market'
import { isProblemCode, problemText } from '../../../_lib/problem'
import { stripeJs } from '../../../_lib/stripe-js'
import { CartLine } from './cart-line'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageMarket()
  return { title: t('cart.title'), robots: { index: false } }
}

interface CartPageProps {
  readonly searchParams: Promise<{ problem?: string | string[] }>
}

async function CartPage({ searchParams }: CartPageProps) {
  const market = await pageMarket()
  const { t, href } = market
  const { problem } = await searchParams
  const cart = await priceCart((await readBrowser()).cart, market.currency)
  return (
    <div className="narrow">
      <h1>{t('cart.title')}</h1>
      {isProblemCode(problem) && (
        <p className="notice" role="alert">
          {problemText(problem, t)}
        </p>
      )}
      {cart.lines.length === 0 ? (
        <>
          <p>{t('cart.empty')}</p>
          <a className="button" href={href('/#products')}>
            {t('cart.browse')}
          </a>
        </>
      ) : (
        <FilledCart cart={cart} market={market} />
      )}
    </div>
  )
}

export default orUnavailable(CartPage)

function FilledCart({ cart, market }: { cart: PricedCart; market: PageMarket }) {
  const { locale, currency, t, price } = market
  const { lines, total, problem } = cart
  return (
    <>
      <ul className="cart-lines">
        {lines.map((line) => (
          <CartLine key={line.sku} line={line} market={market} />
        ))}
      </ul>
      <CheckoutForm className="cart-total" stripeJs={stripeJs()} texts={checkoutTexts(t)}>
        {lines.map(({ sku, quantity }) => (
          <span key={sku} hidden>
            <input type="hidden" name="sku" value={sku} />
            <input type="hidden" name="quantity" value={quantity} />
          </span>
        ))}
        <input type="hidden" name="from" value="cart" />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="currency" value={currency} />
        <p className="total">
          <span>{t('cart.total')}</span> <strong>{price(total)}</strong>
        </p>
        <p className="quiet">{t('cart.total-note')}</p>
        {problem && <p className="notice">{totalProblemText(cart, market)}</p>}
        <button className="button strong" disabled={problem !== null}>
          {t('cart.pay', { total: price(total) })}
        </button>
      </CheckoutForm>
    </>
  )
}

function totalProblemText({ problem }: PricedCart, { t, price }: PageMarket): string | null {
  if (problem?.code === 'amount-too-small' && problem.missing) {
    return t('cart.too-small', { missing: price(problem.missing.amount) })
  }
  return problem && problemText(problem.code, t)
}

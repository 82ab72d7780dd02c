import type { Metadata } from 'next'
import { type PricedCart, priceCart } from '#domain/cart/price-cart'
import { type Held, heldFor } from '#domain/orders/held-for'
import { listShippingRates } from '#domain/shipping/shipping-store'
import { orUnavailable } from '../../../_components/or-unavailable'
import { readBrowser } from '../../../_lib/browser'
import { pageMarket } from '../../../_lib/page-market'
import { CartLine } from './cart-line'
import { CartNote, type CartNoteWords } from './cart-note'
import { CartSummary } from './cart-summary'
import { totalsOf } from './totals'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageMarket()
  return { title: t('cart.title'), robots: { index: false } }
}

interface CartPageProps {
  readonly searchParams: Promise<CartNoteWords>
}

/** The cart. Its script also shows this page's `.cart` in the drawer. */
async function CartPage({ searchParams }: CartPageProps) {
  const market = await pageMarket()
  const { t, href, currency } = market
  const { cart, seen, shopper } = await readBrowser()
  const held: Held = shopper ? await heldFor(shopper) : { units: new Map(), minutes: 0 }
  const priced: PricedCart = await priceCart(cart, currency, held.units)
  const totals = totalsOf(priced.total, await listShippingRates(currency))
  return (
    <div className="cart">
      <h1>{t('cart.title')}</h1>
      <CartNote words={await searchParams} cart={priced} totals={totals} market={market} />
      {priced.lines.length === 0 ? (
        <>
          <p>{t('cart.empty')}</p>
          <a className="button" href={href('/#products')}>
            {t('cart.browse')}
          </a>
        </>
      ) : (
        <>
          <ul className="cart-lines">
            {priced.lines.map((line) => (
              <CartLine key={line.sku} line={line} seen={seen} market={market} />
            ))}
          </ul>
          <CartSummary cart={priced} totals={totals} held={held} market={market} />
        </>
      )}
    </div>
  )
}

export default orUnavailable(CartPage)

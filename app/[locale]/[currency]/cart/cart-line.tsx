import type { PricedLine } from '#domain/cart/price-cart'
import { ProductPicture } from '../../../_components/product-picture'
import type { PageMarket } from '../../../_lib/page-market'

/** A line of the cart: what, how many, what it comes to, and what keeps it from being bought. */
export function CartLine({ line, market }: { line: PricedLine; market: PageMarket }) {
  const { locale, t, price, href } = market
  const name = line.name[locale]
  const missing = line.problem?.code === 'unknown-sku'
  return (
    <li className="cart-line">
      {!missing && <ProductPicture picture={line.picture} alt="" sizes="6rem" />}
      <div>
        <h2>{missing ? name : <a href={href(`/products/${line.slug}`)}>{name}</a>}</h2>
        {!missing && <p className="quiet">{t('cart.each', { price: price(line.unitAmount) })}</p>}
        <LineProblem line={line} market={market} />
        <form className="cart-quantity" action="/api/cart" method="post">
          <input type="hidden" name="sku" value={line.sku} />
          <input type="hidden" name="locale" value={locale} />
          {!missing && (
            <>
              <input
                type="number"
                name="quantity"
                aria-label={t('cart.quantity', { name })}
                defaultValue={line.quantity}
                min="1"
                max="99"
                inputMode="numeric"
                required
              />
              <button className="link" name="action" value="set">
                {t('cart.update')}
              </button>
            </>
          )}
          <button
            className="link"
            name="action"
            value="remove"
            aria-label={t('cart.remove-line', { name })}
            formNoValidate
          >
            {t('cart.remove')}
          </button>
        </form>
      </div>
      <strong>{!missing && price(line.amount)}</strong>
    </li>
  )
}

function LineProblem({ line: { problem }, market: { t } }: { line: PricedLine; market: PageMarket }) {
  if (problem?.code === 'sold-out') {
    return <p className="notice">{t('cart.line.sold-out', { available: problem.available })}</p>
  }
  const known = problem?.code === 'unknown-sku' || problem?.code === 'not-sold-in-currency'
  return known ? <p className="notice">{t(`cart.line.${problem.code}`)}</p> : null
}

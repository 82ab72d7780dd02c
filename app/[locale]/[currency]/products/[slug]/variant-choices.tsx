import type { Product, Variant } from '#domain/catalogue/product'
import { type Choice, choiceGroups } from '#domain/catalogue/variant-choices'
import type { PageMarket } from '../../../../_lib/page-market'
import { productHref } from '../../../../_lib/product-href'

interface VariantChoicesProps {
  readonly product: Product
  readonly variant: Variant
  readonly market: PageMarket
}

/** In which other forms the product comes, as links: which one is looked at, the address says. */
export function VariantChoices({ product, variant, market }: VariantChoicesProps) {
  const { locale, t, href } = market
  return choiceGroups(product, variant).map(({ name, choices }, index) => {
    // Whoever chooses with the keyboard goes on from there on the next page.
    const id = `chosen-${index + 1}`
    return (
      <fieldset key={id} className="choices">
        <legend>{name?.[locale] ?? t('product.choose')}</legend>
        {choices.map((choice) => (
          <a
            key={choice.variant.sku}
            href={`${href(productHref({ slug: product.slug, sku: choice.variant.sku }))}#${id}`}
            aria-current={choice.isChosen || undefined}
            className={choice.variant.available > 0 ? 'choice' : 'choice gone'}
          >
            <span id={choice.isChosen ? id : undefined}>{(choice.name ?? product.name)[locale]}</span>
            <Note choice={choice} chosen={variant} market={market} />
          </a>
        ))}
      </fieldset>
    )
  })
}

interface NoteProps {
  readonly choice: Choice
  readonly chosen: Variant
  readonly market: PageMarket
}

// What a shopper should know before choosing it: that it is gone, what else it changes, or its other price.
function Note({ choice: { variant, otherwise }, chosen, market }: NoteProps) {
  const { locale, currency, price, t } = market
  const amount = variant.prices[currency]
  const list = new Intl.ListFormat(locale)
  const notes = [
    ...(otherwise.length > 0
      ? [t('product.changes', { choices: list.format(otherwise.map((name) => name[locale])) })]
      : []),
    ...(variant.available === 0 ? [t('catalogue.sold-out')] : []),
    ...(amount !== undefined && amount !== chosen.prices[currency] ? [price(amount)] : []),
  ]
  return notes.length > 0 && <small>{notes.join(' · ')}</small>
}

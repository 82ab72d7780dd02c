// What holds for everything in the shop, how it is sent and taken back: said once, where the shop says who it is, and not at
// every product.
// https://developers.google.com/search/docs/appearance/structured-data/shipping-policy and …/return-policy
import type { ShippingRate } from '#domain/shipping/shipping-rate'
import { wholeUnits } from '#domain/money/format-money'
import { settings } from '#env'
import { absolute } from '../absolute.ts'
import type { PageMarket } from '../../page-market.ts'

type Page = Pick<PageMarket, 'locale' | 'currency' | 'href'>

/** As the help page on returns has it. */
export const returnDays = 30
// As many as a policy may name.
const mostCountries = 50
const businessDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

/** The shop's ways of shipping in the page's currency, and its terms of return. Without rates nothing is said of shipping. */
export function shopTerms(rates: readonly ShippingRate[], page: Page): object {
  const services = rates.map((rate) => ({
    '@type': 'ShippingService',
    name: rate.name[page.locale],
    fulfillmentType: 'FulfillmentTypeDelivery',
    shippingConditions: conditions(rate, page),
  }))
  return {
    ...(services.length > 0 && { hasShippingService: services }),
    hasMerchantReturnPolicy: {
      '@type': 'MerchantReturnPolicy',
      applicableCountry: settings().shippingCountries.slice(0, mostCountries),
      returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
      merchantReturnDays: returnDays,
      merchantReturnLink: absolute(page.href('/help/returns')),
      returnMethod: 'https://schema.org/ReturnByMail',
      refundType: 'https://schema.org/FullRefund',
      itemCondition: 'https://schema.org/NewCondition',
      itemDefectReturnFees: 'https://schema.org/FreeReturn',
    },
  }
}

function conditions({ amount, freeFrom, days }: ShippingRate, { currency }: Page): object[] {
  const units = (minor: number) => wholeUnits({ amount: minor, currency })
  const money = (values: object) => ({
    '@type': 'MonetaryAmount',
    ...values,
    currency: currency.toUpperCase(),
  })
  const always = {
    '@type': 'ShippingConditions',
    shippingDestination: settings().shippingCountries.map((addressCountry) => ({
      '@type': 'DefinedRegion',
      addressCountry,
    })),
    transitTime: {
      '@type': 'ServicePeriod',
      businessDays,
      duration: { '@type': 'QuantitativeValue', minValue: days.from, maxValue: days.to, unitCode: 'DAY' },
    },
  }
  const shippingRate = money({ value: units(amount) })
  if (freeFrom === null) return [{ ...always, shippingRate }]
  const free = money({ value: units(0) })
  if (freeFrom === 0) return [{ ...always, shippingRate: free }]
  return [
    { ...always, orderValue: money({ minValue: units(0), maxValue: units(freeFrom - 1) }), shippingRate },
    { ...always, orderValue: money({ minValue: units(freeFrom) }), shippingRate: free },
  ]
}

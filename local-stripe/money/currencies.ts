// Stripe's currencies and how many decimals their amounts have on the wire, which is not what Intl says
// (https://docs.stripe.com/currencies#zero-decimal).

/** In the order in which Stripe lists them in its errors. */
export const currencies = (
  'usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf ' +
  'chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl hrk htg ' +
  'huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt ' +
  'mop mro mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf ' +
  'sar sbd scr sek sgd shp sll sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf ' +
  'xcd xof xpf yer zar zmw'
).split(' ')

const known = new Set(currencies)
const zeroDecimal = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '))
const threeDecimal = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd'])
const wholeUnitsOnly = new Set(['isk', 'ugx'])

/** Whether Stripe can charge this currency (three small letters). */
export function isCurrency(code: string): boolean {
  return known.has(code)
}

/** How many decimals an amount in minor units has: 0, 2 or 3. */
export function decimals(currency: string): number {
  if (zeroDecimal.has(currency)) return 0
  return threeDecimal.has(currency) ? 3 : 2
}

/** What an amount must be divisible by: 10 with three decimals, 100 where the minor unit no longer exists. */
export function smallestStep(currency: string): number {
  if (threeDecimal.has(currency)) return 10
  return wholeUnitsOnly.has(currency) ? 100 : 1
}

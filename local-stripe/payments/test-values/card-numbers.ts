// Stripe's test cards that simply work, by brand and by country (https://docs.stripe.com/testing#cards). `ids` are the
// names behind `pm_card_` and `tok_`.

export type Brand = 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay'
export type Funding = 'credit' | 'debit' | 'prepaid'
export type CoBrand = 'cartes_bancaires' | 'eftpos_au'
export type CardNumber = {
  number: string
  brand: Brand
  country: string
  funding: Funding
  coBrand: CoBrand | null
  ids: readonly string[]
}

/** Every number that simply works. */
export function workingNumbers(): CardNumber[] {
  return [
    ...rows(byBrand).map(([number = '', brand = '', funding = 'credit', country = 'US', ...ids]) =>
      working({ number, brand: parseBrand(brand), funding: parseFunding(funding), country, ids }),
    ),
    ...rows(byCountry).map(([country = '', number = '']) =>
      working({ number, brand: 'visa', funding: 'credit', country, ids: [country.toLowerCase()] }),
    ),
    ...coBranded,
  ]
}

function working(card: Omit<CardNumber, 'coBrand'>): CardNumber {
  return { coBrand: null, ...card }
}

function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
}

const brands: readonly Brand[] = ['visa', 'mastercard', 'amex', 'discover', 'diners', 'jcb', 'unionpay']

function parseBrand(word: string): Brand {
  return brands.find((brand) => brand === word) ?? 'visa'
}

function parseFunding(word: string): Funding {
  return word === 'debit' || word === 'prepaid' ? word : 'credit'
}

const byBrand = `
4242424242424242 visa credit US visa us
4000056655665556 visa debit US visa_debit
5555555555554444 mastercard credit US mastercard
2223003122003222 mastercard credit US
5200828282828210 mastercard debit US mastercard_debit
5105105105105100 mastercard prepaid US mastercard_prepaid
378282246310005 amex credit US amex amex_threeDSecureNotSupported
371449635398431 amex credit US
6011111111111117 discover credit US discover
6011000990139424 discover credit US
6011981111111113 discover debit US
3056930009020004 diners credit US diners
36227206271667 diners credit US
3566002020360505 jcb credit JP jcb
6200000000000005 unionpay credit CN unionpay
6200000000000047 unionpay debit CN
6205500000000000004 unionpay credit CN
5200007840000022 mastercard credit AE ae_mastercard
4000058260000005 visa debit GB gb_debit
5555558265554449 mastercard credit GB gb_mastercard
`

const byCountry = `
AR 4000000320000021
BR 4000000760000002
CA 4000001240000000
CL 4000001520000001
CO 4000001700000003
CR 4000001880000005
EC 4000002180000000
MX 4000004840008001
PA 4000005910000000
PY 4000006000000066
PE 4000006040000068
UY 4000008580000003
AE 4000007840000001
AT 4000000400000008
BE 4000000560000004
BG 4000001000000000
BY 4000001120000005
HR 4000001910000009
CY 4000001960000008
CZ 4000002030000002
DK 4000002080000001
EE 4000002330000009
FI 4000002460000001
FR 4000002500000003
DE 4000002760000016
GI 4000002920000005
GR 4000003000000030
HU 4000003480000005
IE 4000003720000005
IT 4000003800000008
LV 4000004280000005
LI 4000004380000004
LT 4000004400000000
LU 4000004420000006
MT 4000004700000007
NL 4000005280000002
NO 4000005780000007
PL 4000006160000005
PT 4000006200000007
RO 4000006420000001
RU 4000006430000009
SA 4000006820000007
SI 4000007050000006
SK 4000007030000001
ES 4000007240000007
SE 4000007520000008
CH 4000007560000009
GB 4000008260000000
AU 4000000360000006
CN 4000001560000002
HK 4000003440000004
IN 4000003560000008
JP 4000003920000003
MY 4000004580000002
NZ 4000005540000008
SG 4000007020000003
TW 4000001580000008
TH 4000007640000003
`

const coBranded: CardNumber[] = [
  coBrandedCard('4000002500001001', {
    brand: 'visa',
    coBrand: 'cartes_bancaires',
    id: 'visa_cartesBancaires',
  }),
  coBrandedCard('5555552500001001', {
    brand: 'mastercard',
    coBrand: 'cartes_bancaires',
    id: 'mastercard_cartesBancaires',
  }),
  coBrandedCard('4000050360000001', {
    brand: 'visa',
    coBrand: 'eftpos_au',
    id: 'visa_debit_eftposAuCoBranded',
  }),
  coBrandedCard('5555050360000080', {
    brand: 'mastercard',
    coBrand: 'eftpos_au',
    id: 'mastercard_debit_eftposAuCoBranded',
  }),
]

function coBrandedCard(number: string, card: { brand: Brand; coBrand: CoBrand; id: string }): CardNumber {
  const { brand, coBrand, id } = card
  const french = coBrand === 'cartes_bancaires'
  const origin = { country: french ? 'FR' : 'AU', funding: french ? 'credit' : 'debit' } as const
  return { number, brand, coBrand, ...origin, ids: [id] }
}

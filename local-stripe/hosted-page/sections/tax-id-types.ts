// The tax ids that companies have, by country (https://docs.stripe.com/tax/checkout/tax-ids), with how each is written.

export type TaxIdType = { type: string; name: string; form: RegExp }

const european = 'AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI'.split(
  ' ',
)

export const taxIdTypes: readonly TaxIdType[] = [
  {
    type: 'eu_vat',
    name: 'EU VAT',
    form: /^(AT|BE|BG|HR|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[0-9A-Z+*]{2,13}$/,
  },
  { type: 'gb_vat', name: 'GB VAT', form: /^GB(\d{9}|\d{12}|(GD|HA)\d{3})$/ },
  { type: 'us_ein', name: 'US EIN', form: /^\d{2}-?\d{7}$/ },
  { type: 'ca_bn', name: 'CA BN', form: /^\d{9}$/ },
  { type: 'ca_gst_hst', name: 'CA GST/HST', form: /^\d{9}RT\d{4}$/ },
  { type: 'au_abn', name: 'AU ABN', form: /^\d{11}$/ },
  { type: 'nz_gst', name: 'NZ GST', form: /^\d{8,9}$/ },
  { type: 'ch_vat', name: 'CH VAT', form: /^CHE-?\d{3}\.?\d{3}\.?\d{3} ?(MWST|TVA|IVA)$/ },
  { type: 'no_vat', name: 'NO VAT', form: /^\d{9}(MVA)?$/ },
  { type: 'cn_tin', name: 'CN TIN', form: /^[0-9A-Z]{15,20}$/ },
  { type: 'hk_br', name: 'HK BR', form: /^\d{8}$/ },
  { type: 'tw_vat', name: 'TW VAT', form: /^\d{8}$/ },
  { type: 'jp_cn', name: 'JP CN', form: /^\d{13}$/ },
  { type: 'jp_trn', name: 'JP TRN', form: /^T\d{13}$/ },
  { type: 'kr_brn', name: 'KR BRN', form: /^\d{3}-?\d{2}-?\d{5}$/ },
  { type: 'sg_gst', name: 'SG GST', form: /^[0-9A-Z]{9,10}$/ },
  { type: 'sg_uen', name: 'SG UEN', form: /^[0-9A-Z]{9,10}$/ },
  { type: 'in_gst', name: 'IN GST', form: /^\d{2}[0-9A-Z]{13}$/ },
  { type: 'br_cnpj', name: 'BR CNPJ', form: /^\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}$/ },
  { type: 'mx_rfc', name: 'MX RFC', form: /^[A-ZÑ&]{3,4}\d{6}[0-9A-Z]{3}$/ },
]

/** Whether companies of a country have a tax id that can be given here. */
export function hasTaxId(country: string): boolean {
  return (
    european.includes(country) || taxIdTypes.some(({ type }) => type.startsWith(`${country.toLowerCase()}_`))
  )
}

/** A tax id as it is kept, or null when it is not written as its type is. */
export function readTaxId(type: string, typed: string): { type: string; value: string } | null {
  const value = typed.toUpperCase()
  const known = taxIdTypes.find((one) => one.type === type)
  return known?.form.test(value) ? { type, value } : null
}

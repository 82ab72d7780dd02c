// A shopper as the form's values, to fill it in again after a detour to the bank.
import type { Shopper } from '../../checkout/shopper.ts'
import type { Address } from '../../store/stripe-types.ts'
import { promotionsBox, termsBox } from '../sections/consent.ts'
import { customFieldId } from '../sections/custom-fields.ts'
import { businessBox } from '../sections/tax-id.ts'
import type { Values } from '../shown.ts'

/** What the shopper had filled in, without how to pay. */
export function shopperValues(shopper: Shopper): Values {
  const { shipping, consent, taxIds } = shopper
  const [taxId] = taxIds
  const custom = Object.entries(shopper.customFields).map(([key, value]) => [customFieldId({ key }), value])
  const sameAddress = JSON.stringify(shipping?.address) === JSON.stringify(shopper.address)
  return {
    email: shopper.email ?? '',
    phoneNumber: shopper.phone ?? '',
    individualName: shopper.individualName ?? '',
    businessName: shopper.businessName ?? '',
    ...(shipping && { shippingName: shipping.name, ...addressValues('shipping', shipping.address) }),
    ...(shipping && sameAddress && shipping.name === shopper.name && { cardUseShippingAsBilling: 'on' }),
    billingName: shopper.name ?? '',
    ...addressValues('billing', shopper.address),
    ...Object.fromEntries(custom),
    ...(taxId && { [businessBox]: 'on', taxIdType: taxId.type, taxId: taxId.value }),
    ...(consent?.termsOfService === 'accepted' && { [termsBox]: 'on' }),
    ...(consent?.promotions === 'opt_in' && { [promotionsBox]: 'on' }),
  }
}

function addressValues(prefix: string, address: Address): Values {
  return {
    [`${prefix}Country`]: address.country ?? '',
    [`${prefix}AddressLine1`]: address.line1 ?? '',
    [`${prefix}AddressLine2`]: address.line2 ?? '',
    [`${prefix}Locality`]: address.city ?? '',
    [`${prefix}AdministrativeArea`]: address.state ?? '',
    [`${prefix}PostalCode`]: address.postal_code ?? '',
  }
}

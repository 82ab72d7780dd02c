// What a session asks of the shopper beyond the payment, and what it says on the page.
import { choice, flag, integer, list, needed, object, text, type Field, type ValueOf } from '../api/fields.ts'
import { shippingCountries } from './shipping-countries.ts'

const switchable = object({ enabled: needed(flag()), optional: flag() })
const longestMessage = 1200

const lengths = {
  default_value: text(255),
  maximum_length: integer({ min: 1, max: 255 }),
  minimum_length: integer({ min: 1, max: 255 }),
}

export const customField = object({
  dropdown: object({
    default_value: text(100),
    options: needed(list(object({ label: needed(text(100)), value: needed(text(100)) }), 200)),
  }),
  key: needed(text(200)),
  label: needed(object({ custom: needed(text(100)), type: needed(choice('custom')) })),
  numeric: object(lengths),
  optional: flag(),
  text: object(lengths),
  type: needed(choice('dropdown', 'numeric', 'text')),
})
export type CustomFieldParams = ValueOf<typeof customField>

export const customText = object({
  after_submit: message(),
  shipping_address: message(),
  submit: message(),
  terms_of_service_acceptance: message(),
})

export const consentCollection = object({
  payment_method_reuse_agreement: object({ position: needed(choice('auto', 'hidden')) }),
  promotions: choice('auto', 'none'),
  terms_of_service: choice('none', 'required'),
})

export const nameCollection = object({ business: switchable, individual: switchable })

export const taxIdCollection = object({
  enabled: needed(flag()),
  required: choice('if_supported', 'never'),
})

export const shippingAddressCollection = object({
  allowed_countries: needed(list(choice(...shippingCountries), shippingCountries.length)),
})

/** A text of the shop's on the page; '' takes it away. */
function message(): Field<{ message: string } | null> {
  const field = object({ message: needed(text(longestMessage)) })
  return { read: (value, path) => (value === '' ? null : field.read(value, path)) }
}

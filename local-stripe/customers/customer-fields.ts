// The parameters of a customer (https://docs.stripe.com/api/customers/create). '' takes back what was said before.
import {
  choice,
  clearable,
  emptyable,
  integer,
  list,
  needed,
  object,
  readString,
  text,
  type Field,
  type ValuesOf,
} from '../api/fields.ts'
import { addressFields, emailAddress, metadata, texts } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'

/** What can be said of a customer at any time. */
export const customerFields = {
  address: emptyable(addressFields()),
  balance: integer(),
  business_name: clearable(150),
  description: clearable(),
  email: emptyable(emailAddress()),
  individual_name: clearable(150),
  invoice_prefix: invoicePrefix(),
  invoice_settings: object({
    custom_fields: emptyable(list(object({ name: needed(text(40)), value: needed(text(140)) }), 4)),
    default_payment_method: clearable(),
    footer: clearable(),
    rendering_options: emptyable(
      object({ amount_tax_display: emptyable(choice('exclude_tax', 'include_inclusive_tax')) }),
    ),
  }),
  metadata: metadata(),
  name: clearable(256),
  next_invoice_sequence: integer({ min: 1 }),
  phone: clearable(20),
  preferred_locales: texts(50),
  shipping: emptyable(object({ address: needed(addressFields()), name: needed(text()), phone: clearable() })),
  tax_exempt: emptyable(choice('exempt', 'none', 'reverse')),
}

export type CustomerParams = ValuesOf<typeof customerFields>

function invoicePrefix(): Field<string> {
  return {
    read(value, path) {
      const given = readString(value, path)
      if (/^[A-Z0-9]{3,12}$/.test(given)) return given
      const message = 'Invalid invoice_prefix: it must be 3 to 12 uppercase letters or numbers.'
      throw invalidRequest(message, { param: path })
    },
  }
}

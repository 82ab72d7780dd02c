// The parameters of a customer (https://docs.stripe.com/api/customers/create). '' takes back what was said before.
import {
  choice,
  clearable,
  integer,
  list,
  needed,
  object,
  readString,
  text,
  type Field,
  type ValuesOf,
} from '../api/fields.ts'
import { addressFields, emailAddress, metadata, orNothing, texts } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'

/** What can be said of a customer at any time. */
export const customerFields = {
  address: orNothing(addressFields()),
  balance: integer(),
  business_name: clearable(150),
  description: clearable(),
  email: orNothing(emailAddress()),
  individual_name: clearable(150),
  invoice_prefix: invoicePrefix(),
  invoice_settings: object({
    custom_fields: orNothing(list(object({ name: needed(text(40)), value: needed(text(140)) }), 4)),
    default_payment_method: clearable(),
    footer: clearable(),
    rendering_options: orNothing(
      object({ amount_tax_display: orNothing(choice('exclude_tax', 'include_inclusive_tax')) }),
    ),
  }),
  metadata: metadata(),
  name: clearable(256),
  next_invoice_sequence: integer({ min: 1 }),
  phone: clearable(20),
  preferred_locales: texts(50),
  shipping: orNothing(object({ address: needed(addressFields()), name: needed(text()), phone: clearable() })),
  tax_exempt: orNothing(choice('exempt', 'none', 'reverse')),
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

// What products take, in a call of their own and inside a price.
import {
  choice,
  clearable,
  emptyable,
  flag,
  list,
  needed,
  object,
  readString,
  text,
  type Field,
  type ValuesOf,
} from '../api/fields.ts'
import { metadata, webAddress } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { number } from './number-fields.ts'
import { ownId } from './own-id.ts'

const measure = needed(number({ min: 0 }))

const settings = {
  active: flag(),
  images: list(webAddress(2048), 8),
  marketing_features: list(object({ name: needed(text(80)) }), 15),
  metadata: metadata(),
  shippable: flag(),
  statement_descriptor: emptyable(statementDescriptor()),
}
const packageDimensions = object({ height: measure, length: measure, weight: measure, width: measure })

export const productFields = {
  ...settings,
  name: needed(name()),
  description: text(40_000),
  id: ownId(),
  package_dimensions: packageDimensions,
  tax_code: taxCode(),
  type: choice('good', 'service'),
  unit_label: text(12),
  url: webAddress(2048),
}

export const changedProductFields = {
  ...settings,
  name: name(),
  default_price: emptyable(text()),
  description: clearable(40_000),
  package_dimensions: emptyable(packageDimensions),
  tax_code: emptyable(taxCode()),
  unit_label: clearable(12),
  url: emptyable(webAddress(2048)),
}

/** A product described inside a price. */
export const inlineProduct = {
  name: needed(name()),
  active: flag(),
  id: ownId(),
  metadata: metadata(),
  statement_descriptor: statementDescriptor(),
  tax_code: taxCode(),
  unit_label: text(12),
}

export type ProductParams = ValuesOf<typeof productFields>
export type ChangedProductParams = ValuesOf<typeof changedProductFields>

/** A tax code (https://docs.stripe.com/tax/tax-codes), by its form: `txcd_` and eight digits. */
export function taxCode(): Field<string> {
  return {
    read(value, path) {
      const given = text().read(value, path)
      if (/^txcd_\d{8}$/.test(given)) return given
      throw invalidRequest(`No such tax code: '${given}'`, { code: 'resource_missing', param: path })
    },
  }
}

/** A name, without blanks around it. */
function name(): Field<string> {
  return { read: (value, path) => text().read(readString(value, path).trim(), path) }
}

function statementDescriptor(): Field<string> {
  return {
    read(value, path) {
      const given = text(22).read(value, path)
      const forbidden = ['<', '>', '\\', '"', "'"].find((letter) => given.includes(letter))
      if (forbidden !== undefined) {
        throw invalidRequest(`The statement descriptor cannot include ${forbidden}.`, { param: path })
      }
      if (/[a-z]/i.test(given)) return given
      const message = 'The statement descriptor must contain at least one Latin character.'
      throw invalidRequest(message, { param: path })
    },
  }
}

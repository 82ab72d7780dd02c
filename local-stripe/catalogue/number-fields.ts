// Numbers that are not whole: percentages, measures, and amounts as decimal texts.
import { integer, readString, type Field } from '../api/fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'

const mostPlaces = 12

/** A number within bounds, which Stripe names as Ruby prints them (`0.0`). */
export function number(bounds: { min: number; max?: number; places?: number }): Field<number> {
  return {
    read(value, path) {
      const given = readString(value, path)
      if (!/^[-+]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/.test(given)) {
        throw invalidRequest(`Invalid decimal: ${given}`, { param: path })
      }
      checkPlaces(given, path, bounds.places ?? given.length)
      const read = Number(given)
      if (read < bounds.min) throw outside('greater', bounds.min, { read, path })
      if (bounds.max !== undefined && read > bounds.max) throw outside('less', bounds.max, { read, path })
      return read
    },
  }
}

/** An amount in minor units, 0 or more. */
export function wholeAmount(): Field<number> {
  const whole = integer()
  return {
    read(value, path) {
      const given = whole.read(value, path)
      if (given >= 0) return given
      throw invalidRequest('Invalid non-negative integer', { param: path })
    },
  }
}

/** An amount in minor units as a decimal text with at most twelve places, without needless zeros. */
export function decimalAmount(): Field<string> {
  return {
    read(value, path) {
      const given = readString(value, path)
      const parts = /^(-?)(\d{1,15})(?:\.(\d*))?$/.exec(given)
      if (parts === null) throw invalidRequest(`Invalid decimal: ${given}`, { param: path })
      const [, minus = '', whole = '', places = ''] = parts
      checkPlaces(given, path, mostPlaces)
      if (minus !== '' && /[1-9]/.test(given)) throw outside('greater', 0, { read: Number(given), path })
      const rest = places.replace(/0+$/, '')
      return whole.replace(/^0+(?=\d)/, '') + (rest === '' ? '' : `.${rest}`)
    },
  }
}

function checkPlaces(given: string, path: string, most: number): void {
  const [, places = ''] = given.split('.')
  if (places.length <= most) return
  throw invalidRequest(`Invalid decimal: ${given}; must contain at most ${most} decimal places.`, {
    param: path,
  })
}

function outside(than: 'greater' | 'less', bound: number, at: { read: number; path: string }): Error {
  const is = Number.isInteger(at.read) ? at.read.toFixed(1) : String(at.read)
  const message = `This value must be ${than} than or equal to ${bound} (it currently is '${is}').`
  return invalidRequest(message, { param: at.path })
}

// What every part of the page is given: the session, the language, and what the shopper has filled in so far.
import type { Account } from '../account.ts'
import type { Session } from '../store/stripe-types.ts'
import type { Words } from './locales/languages.ts'

/** What was typed, by element name. */
export type Values = Partial<Record<string, string>>
/** Sentences in the page's language, by element id. */
export type Errors = Partial<Record<string, string>>
/** `alert` is what the whole form has to say; `posted` is false for a page that is seen for the first time. */
export type Filled = { posted: boolean; values: Values; errors: Errors; alert: string | null }
export type Shown = { account: Account; session: Session; messages: Words; filled: Filled }

export const nothingFilled: Filled = { posted: false, values: {}, errors: {}, alert: null }

/** What was typed into a field, without blanks around it and control characters in it; '' for nothing. */
export function typed(values: Values, name: string): string {
  return (values[name] ?? '').replaceAll(/\p{Cc}+/gu, ' ').trim()
}

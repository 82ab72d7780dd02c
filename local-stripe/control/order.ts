// What every order of the control API is.
import type { Account } from '../account.ts'
import type { Body } from './control-body.ts'

/** Carries an order out and gives its answer. Throws BadOrder. */
export type Order = (account: Account, body: Body, query: URLSearchParams) => object

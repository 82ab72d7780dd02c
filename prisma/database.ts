import type { Reader } from './reader.ts'
import type { Transaction } from './run-transaction.ts'

/** An open database of one kind, whatever the kind. ./client.ts is the only one that has it. */
export interface Database {
  /** For queries that see what is committed and write nothing. */
  readonly reader: Reader
  /** Runs `work` in a transaction, again when another was in its way. See `transaction` in ./client.ts. */
  readonly transact: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  /** Waits for the transactions already asked for, and closes every connection. */
  readonly close: () => Promise<void>
}

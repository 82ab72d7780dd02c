// URLs that the newest types lack and Stripe still serves: each is like one that they have.
import type { Operation } from './parameter-types.ts'

/** By method and path, ids in it being `:id`: the operation that takes and answers the same. */
export const olderOperations: Record<string, string | Operation> = {
  'POST /v1/test_helpers/charges/:id/expire': { answers: ['charge'] },
  'POST /v1/charges/:id/refunds': 'POST /v1/refunds',
  'GET /v1/charges/:id/refunds': 'GET /v1/refunds',
  'GET /v1/charges/:id/refunds/:id': 'GET /v1/refunds/:id',
  'POST /v1/charges/:id/refunds/:id': 'POST /v1/refunds/:id',
  'POST /v1/charges/:id/refund': { answers: ['charge'], takes: 'RefundCreateParams' },
  'GET /v1/charges/:id/dispute': 'GET /v1/disputes/:id',
  'POST /v1/charges/:id/dispute': 'POST /v1/disputes/:id',
  'POST /v1/charges/:id/dispute/close': 'POST /v1/disputes/:id/close',
}

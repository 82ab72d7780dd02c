// Visa's Compelling Evidence 3.0 (https://docs.stripe.com/disputes/api/visa-ce3): the customer has bought before and
// did not complain, which two earlier payments and the same traces of the customer in all three show.
import type { Account } from '../account.ts'
import { choice, clearable, emptyable, list, needed, object, text, type ValueOf } from '../api/fields.ts'
import { addressFields } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import type { Dispute } from '../store/stripe-types.ts'

type Enhanced = Dispute['evidence']['enhanced_evidence']
type Compelling = NonNullable<Enhanced['visa_compelling_evidence_3']>
type Disputed = NonNullable<Compelling['disputed_transaction']>
type Eligibility = NonNullable<
  Dispute['evidence_details']['enhanced_eligibility']['visa_compelling_evidence_3']
>

const traces = {
  customer_account_id: clearable(),
  customer_device_fingerprint: clearable(),
  customer_device_id: clearable(),
  customer_email_address: clearable(),
  customer_purchase_ip: clearable(),
  product_description: clearable(),
  shipping_address: addressFields(),
}

/** The parameter `evidence[enhanced_evidence]`. */
export const enhancedEvidenceField = emptyable(
  object({
    visa_compelling_evidence_3: object({
      disputed_transaction: object({ ...traces, merchandise_or_services: choice('merchandise', 'services') }),
      prior_undisputed_transactions: list(object({ ...traces, charge: needed(text()) }), 2),
    }),
  }),
)
type Given = ValueOf<typeof enhancedEvidenceField>
type GivenTraces = { [Name in keyof typeof traces]: ValueOf<(typeof traces)[Name]> | undefined }

export const nothingCompelling: Eligibility = {
  required_actions: [
    'missing_customer_identifiers',
    'missing_disputed_transaction_description',
    'missing_merchandise_or_services',
    'missing_prior_undisputed_transactions',
  ],
  status: 'requires_action',
}

/** A dispute with enhanced evidence put over what it had, and what is still missing. Throws a 400 for other disputes. */
export function withEnhancedEvidence(account: Account, dispute: Dispute, given: Given): Dispute {
  if (!dispute.enhanced_eligibility_types.includes('visa_compelling_evidence_3')) {
    const message = 'This dispute is not eligible for Visa Compelling Evidence 3.0.'
    throw invalidRequest(message, { param: 'evidence[enhanced_evidence]' })
  }
  const compelling = mergeCompelling(account, dispute.evidence.enhanced_evidence, given)
  const eligibility = compelling === null ? nothingCompelling : eligibilityOf(compelling)
  const enhanced_evidence = compelling === null ? {} : { visa_compelling_evidence_3: compelling }
  return {
    ...dispute,
    evidence: { ...dispute.evidence, enhanced_evidence },
    evidence_details: {
      ...dispute.evidence_details,
      enhanced_eligibility: { visa_compelling_evidence_3: eligibility },
    },
  }
}

function mergeCompelling(account: Account, old: Enhanced, given: Given): Compelling | null {
  if (given === null) return null
  const before = old.visa_compelling_evidence_3 ?? {
    disputed_transaction: null,
    prior_undisputed_transactions: [],
  }
  const { disputed_transaction: disputed, prior_undisputed_transactions: prior } =
    given.visa_compelling_evidence_3 ?? {}
  for (const [index, { charge }] of (prior ?? []).entries()) checkCharge(account, charge, index)
  return {
    disputed_transaction: disputed
      ? {
          ...mergeTraces(before.disputed_transaction, disputed),
          merchandise_or_services:
            disputed.merchandise_or_services ?? before.disputed_transaction?.merchandise_or_services ?? null,
        }
      : before.disputed_transaction,
    prior_undisputed_transactions:
      prior?.map(({ charge, ...said }) => ({ ...mergeTraces(null, said), charge })) ??
      before.prior_undisputed_transactions,
  }
}

type Traces = Omit<Disputed, 'merchandise_or_services'>

function mergeTraces(old: Traces | null, given: GivenTraces): Traces {
  const { shipping_address: address, ...texts } = given
  const said = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined))
  const {
    city = null,
    country = null,
    line1 = null,
    line2 = null,
    postal_code = null,
    state = null,
  } = address ?? {}
  const shipping = address && { shipping_address: { city, country, line1, line2, postal_code, state } }
  return { ...noTraces, ...old, ...said, ...shipping }
}

const noTraces: Traces = {
  customer_account_id: null,
  customer_device_fingerprint: null,
  customer_device_id: null,
  customer_email_address: null,
  customer_purchase_ip: null,
  product_description: null,
  shipping_address: null,
}

function eligibilityOf({
  disputed_transaction: disputed,
  prior_undisputed_transactions: prior,
}: Compelling): Eligibility {
  const required_actions: Eligibility['required_actions'] = []
  if (disputed === null || !identified([disputed, ...prior]))
    required_actions.push('missing_customer_identifiers')
  if (!disputed?.product_description) required_actions.push('missing_disputed_transaction_description')
  if (!disputed?.merchandise_or_services) required_actions.push('missing_merchandise_or_services')
  if (prior.some(({ product_description }) => !product_description)) {
    required_actions.push('missing_prior_undisputed_transaction_description')
  }
  if (prior.length < 2) required_actions.push('missing_prior_undisputed_transactions')
  return { required_actions, status: required_actions.length === 0 ? 'qualified' : 'requires_action' }
}

/** All payments share two traces of the customer, one of which is the address of the device or the device itself. */
function identified(payments: Traces[]): boolean {
  const shared = (name: keyof Traces) => {
    const said = payments.map((payment) => JSON.stringify(payment[name]))
    return said[0] !== 'null' && said.every((one) => one === said[0])
  }
  const device = shared('customer_device_fingerprint') || shared('customer_device_id')
  const main = [shared('customer_purchase_ip'), device].filter(Boolean).length
  const others = (['shipping_address', 'customer_email_address', 'customer_account_id'] as const).some(shared)
  return payments.length === 3 && (main === 2 || (main === 1 && others))
}

function checkCharge(account: Account, charge: string, index: number): void {
  if (account.store.find('charge', charge) !== null) return
  const path = 'evidence[enhanced_evidence][visa_compelling_evidence_3][prior_undisputed_transactions]'
  throw invalidRequest(`No such charge: '${charge}'`, {
    code: 'resource_missing',
    param: `${path}[${index}][charge]`,
  })
}

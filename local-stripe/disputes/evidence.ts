// What can be said in a dispute (https://docs.stripe.com/api/disputes/evidence_object).
import { clearable, object, type ValueOf } from '../api/fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import type { Dispute } from '../store/stripe-types.ts'
import { enhancedEvidenceField } from './enhanced-evidence.ts'

type Evidence = Dispute['evidence']
type Said = Omit<Evidence, 'appeal' | 'enhanced_evidence'>

const longest = 20_000
const longestTogether = 150_000
const nothing: Said = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
}
const text = clearable(longest)
const fields = Object.fromEntries(Object.keys(nothing).map((name) => [name, text]))

/** The evidence of a dispute in which nothing was said yet. */
export const noEvidence: Evidence = { ...nothing, enhanced_evidence: {} }

/** The parameter `evidence`: texts, which '' clears. */
export const evidenceField = object({ ...fields, enhanced_evidence: enhancedEvidenceField })
export type EvidenceParams = ValueOf<typeof evidenceField>

/** Old evidence with what was sent put over it. Throws a 400 when it is too much altogether. */
export function mergeEvidence(old: Evidence, sent: EvidenceParams): Evidence {
  const { enhanced_evidence: _apart, ...texts } = sent
  const given = Object.entries(texts).filter(([, value]) => value !== undefined)
  const merged = { ...old, ...Object.fromEntries(given) }
  const said = Object.values(merged).filter((value) => typeof value === 'string')
  if (said.join('').length <= longestTogether) return merged
  const message = `The combined character count of all evidence must be at most ${longestTogether}.`
  throw invalidRequest(message, { param: 'evidence' })
}

/** Whether anything at all has been said. */
export function saysAnything(evidence: Evidence): boolean {
  const { enhanced_evidence, ...texts } = evidence
  return (
    Object.keys(enhanced_evidence).length > 0 ||
    Object.values(texts).some((value) => typeof value === 'string')
  )
}

// The one account (https://docs.stripe.com/api/accounts/object), as SDK users and the Stripe CLI ask for it.
import { accountId } from '../account.ts'
import { retrieveRoute, type Route } from '../api/route.ts'
import type { StripeAccount } from '../store/stripe-types.ts'

export const accountRoutes: Route[] = [retrieveRoute('/v1/account', () => account)]

const nothingRequired = {
  alternatives: [],
  current_deadline: null,
  currently_due: [],
  disabled_reason: null,
  errors: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
}

const account: StripeAccount = {
  id: accountId,
  object: 'account',
  business_profile: {
    mcc: null,
    minority_owned_business_designation: null,
    name: 'Local Stripe',
    product_description: null,
    specified_commercial_transactions_act_url: null,
    support_address: null,
    support_email: null,
    support_phone: null,
    support_url: null,
    url: null,
  },
  business_type: null,
  capabilities: {
    card_payments: 'active',
    konbini_payments: 'active',
    multibanco_payments: 'active',
    sepa_debit_payments: 'active',
    transfers: 'active',
    us_bank_account_ach_payments: 'active',
  },
  charges_enabled: true,
  controller: { type: 'account' },
  country: 'US',
  created: 1_577_836_800,
  default_currency: 'usd',
  details_submitted: true,
  email: 'sandbox@local-stripe.test',
  external_accounts: {
    object: 'list',
    data: [],
    has_more: false,
    url: `/v1/accounts/${accountId}/external_accounts`,
  },
  future_requirements: nothingRequired,
  metadata: {},
  payouts_enabled: true,
  requirements: nothingRequired,
  settings: {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: 'Local Stripe', timezone: 'Etc/UTC' },
    payments: {
      statement_descriptor: 'LOCAL STRIPE',
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: {
      debit_negative_balances: true,
      schedule: { delay_days: 2, interval: 'manual' },
      statement_descriptor: null,
    },
    sepa_debit_payments: {},
  },
  tos_acceptance: { date: null, ip: null, user_agent: null },
  type: 'standard',
}

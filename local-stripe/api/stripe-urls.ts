// The first words of Stripe's URLs, from the `stripe` package this is held against (23.1.0), so that a URL which only
// Local Stripe lacks can be told from one that nobody has.

const resources = new Set(
  (
    'account account_links account_sessions accounts apple_pay application_fees apps balance balance_settings ' +
    'balance_transactions billing billing_portal charges checkout climate confirmation_tokens country_specs coupons ' +
    'credit_notes customer_sessions customers disputes entitlements ephemeral_keys events exchange_rates file_links ' +
    'files financial_connections forwarding identity invoice_payments invoice_rendering_templates invoiceitems ' +
    'invoices issuing mandates payment_attempt_records payment_intents payment_links payment_method_configurations ' +
    'payment_method_domains payment_methods payment_pages payment_records payouts plans prices product_catalog ' +
    'products promotion_codes quotes radar refunds reporting reviews setup_attempts setup_intents shipping_rates ' +
    'sigma sources subscription_items subscription_schedules subscriptions tax tax_codes tax_ids tax_rates terminal ' +
    'test_helpers three_d_secure tokens topups transfers treasury webhook_endpoints'
  ).split(' '),
)

/** Whether a path begins like one of Stripe's. */
export function isStripeUrl(path: string): boolean {
  const [, version, resource = ''] = path.split('/')
  return version === 'v2' || (version === 'v1' && resources.has(resource))
}

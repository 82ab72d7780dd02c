// Whether the taxes that the settings name can be put on an order: a tax rate that is not there would refuse every checkout.
import type { Settings } from '../env.ts'
import { attempt, type Finding, type StripeClient } from './stripe-findings.ts'

const needed = 'A restricted key needs Tax Rates: Read (Dashboard > Developers > API keys)'

/** One finding for each tax rate of `tax`; whether Stripe Tax is ready where it is `automatic`; none for `none`. */
export async function taxFindings(client: StripeClient, tax: Settings['tax']): Promise<Finding[]> {
  if (tax === 'none') return []
  if (tax === 'automatic') return [await attempt('Stripe Tax is set up', () => requireActive(client))]
  const findings: Finding[] = []
  for (const id of tax) findings.push(await attempt(`Tax rate ${id}`, () => requireRate(client, id), needed))
  return findings
}

// https://docs.stripe.com/api/tax/settings
async function requireActive(client: StripeClient): Promise<void> {
  const { status } = await client.tax.settings.retrieve()
  if (status !== 'active') throw new Error('TAX=automatic needs Stripe Tax: Dashboard > Tax > Settings')
}

async function requireRate(client: StripeClient, id: string): Promise<void> {
  const { active } = await client.taxRates.retrieve(id)
  if (!active) throw new Error(`TAX names ${id}, which is archived: take one that is not`)
}

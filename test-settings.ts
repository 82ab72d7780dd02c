// For tests: settings that are right, and what is said of those that are not.
import { parseSettings, SettingsError } from './env.ts'

/** A test key of each kind. */
export const keys = {
  STRIPE_SECRET_KEY: 'sk_test_0123456789',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_0123456789',
  STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abcdef',
}

/** The same of a shop that takes real money. */
export const liveKeys = {
  ...keys,
  SHOP_URL: 'https://shop.example.com',
  STRIPE_SECRET_KEY: 'sk_live_0123456789',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_0123456789',
}

/** What is wrong with these settings, a line for each; none: they are right. */
export function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseSettings(environment)
  } catch (error) {
    if (error instanceof SettingsError) return error.faults
    throw error
  }
  return []
}

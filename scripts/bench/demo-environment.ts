import { freePort } from './bench-shop.ts'

/** The environment for a demo of its own: free ports, and every setting of the shop empty, so that no file sets it. */
export async function demoEnvironment() {
  return {
    ...process.env,
    PORT: String(await freePort()),
    LOCAL_STRIPE_PORT: String(await freePort()),
    DATABASE_URL: '',
    SHOP_URL: '',
    STRIPE_SECRET_KEY: '',
    STRIPE_PUBLISHABLE_KEY: '',
    STRIPE_WEBHOOK_SECRET: '',
    STRIPE_API_BASE: '',
  }
}

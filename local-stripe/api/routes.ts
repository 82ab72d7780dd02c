// Every URL of Stripe's API that Local Stripe serves.
import { priceRoutes } from '../catalogue/prices.ts'
import { productRoutes } from '../catalogue/products.ts'
import { sessionRoutes } from '../checkout/session-routes.ts'
import { disputeRoutes } from '../disputes/dispute-routes.ts'
import { eventRoutes } from '../events/event-routes.ts'
import { webhookEndpointRoutes } from '../events/webhook-endpoints.ts'
import { refundRoutes } from '../payments/refunds.ts'
import { cliSessionRoutes } from '../stripe-cli/cli-session-routes.ts'
import { thinEventRoutes } from '../stripe-cli/thin-event-routes.ts'
import { customerRoutes } from '../payments/customers.ts'
import { paymentRoutes } from '../payments/payment-routes.ts'
import type { Route } from './route.ts'

export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...paymentRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...customerRoutes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
  ...cliSessionRoutes,
  ...thinEventRoutes,
]

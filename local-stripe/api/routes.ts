// Every URL of Stripe's API that Local Stripe serves.
import { priceRoutes } from '../catalogue/prices.ts'
import { productRoutes } from '../catalogue/products.ts'
import { chargeRoutes } from '../charges/charge-routes.ts'
import { sessionRoutes } from '../checkout/session-routes.ts'
import { customerRoutes } from '../customers/customers.ts'
import { disputeRoutes } from '../disputes/dispute-routes.ts'
import { eventRoutes } from '../events/event-routes.ts'
import { webhookEndpointRoutes } from '../events/webhook-endpoints.ts'
import { cliSessionRoutes } from '../stripe-cli/cli-session-routes.ts'
import { paymentRoutes } from '../payments/payment-routes.ts'
import { refundRoutes } from '../refunds/refund-routes.ts'
import type { Route } from './route.ts'

export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...paymentRoutes,
  ...chargeRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...customerRoutes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
  ...cliSessionRoutes,
]

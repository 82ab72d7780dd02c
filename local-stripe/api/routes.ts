// Every URL of Stripe's API that Local Stripe serves.
import { accountRoutes } from '../balance/account-route.ts'
import { balanceRoutes } from '../balance/balance-routes.ts'
import { priceRoutes } from '../catalogue/price-routes.ts'
import { productRoutes } from '../catalogue/product-routes.ts'
import { chargeRoutes } from '../charges/charge-routes.ts'
import { sessionRoutes } from '../checkout/session-routes.ts'
import { customerMethodRoutes } from '../customers/customer-methods.ts'
import { customerRoutes } from '../customers/customer-routes.ts'
import { chargeDisputeRoutes } from '../disputes/charge-dispute-routes.ts'
import { couponRoutes } from '../discounts/coupons.ts'
import { promotionCodeRoutes } from '../discounts/promotion-codes.ts'
import { disputeRoutes } from '../disputes/dispute-routes.ts'
import { earlyFraudWarningRoutes } from '../disputes/early-fraud-warnings.ts'
import { eventRoutes } from '../events/event-routes.ts'
import { webhookEndpointRoutes } from '../events/webhook-endpoints.ts'
import { cliSessionRoutes } from '../stripe-cli/cli-session-routes.ts'
import { paymentPageRoutes } from '../stripe-cli/payment-page-routes.ts'
import { thinEventRoutes } from '../stripe-cli/thin-event-routes.ts'
import { intentRoutes } from '../payments/intents/intent-routes.ts'
import { methodRoutes } from '../payments/payment-methods/method-routes.ts'
import { chargeRefundRoutes } from '../refunds/charge-refund-routes.ts'
import { refundRoutes } from '../refunds/refund-routes.ts'
import { shippingRateRoutes } from '../rates/shipping-rate-routes.ts'
import { taxRateRoutes } from '../rates/tax-rates.ts'
import type { Route } from './route.ts'

export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...couponRoutes,
  ...promotionCodeRoutes,
  ...shippingRateRoutes,
  ...taxRateRoutes,
  ...intentRoutes,
  ...methodRoutes,
  ...chargeRoutes,
  ...refundRoutes,
  ...chargeRefundRoutes,
  ...balanceRoutes,
  ...accountRoutes,
  ...disputeRoutes,
  ...chargeDisputeRoutes,
  ...earlyFraudWarningRoutes,
  ...customerRoutes,
  ...customerMethodRoutes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
  ...cliSessionRoutes,
  ...paymentPageRoutes,
  ...thinEventRoutes,
]

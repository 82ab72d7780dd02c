// Local Stripe alone, for developers who start the shop with `next dev` themselves.
import '../local-stripe/main.ts'

// For tests: a way of shipping as the shop begins with it.
import type { ShippingRate } from './shipping-rate.ts'

/** 6.00 below 60.00, and free from there on. */
export const standard: ShippingRate = {
  key: 'standard',
  name: { en: 'Standard shipping', 'zh-CN': '标准配送' },
  amount: 600,
  freeFrom: 6000,
  days: { from: 3, to: 6 },
}

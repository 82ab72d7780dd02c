// What messages say, each text in one language above the same text in the other. Sums come in as the reader's language writes them.
import type { Locale } from '#domain/catalogue/text'
import en from '#messages/en' with { type: 'json' }
import zhCN from '#messages/zh-CN' with { type: 'json' }

/**
 * Of a payment there are two messages: of money, and of nothing, where a discount left nothing to pay. Of a refund as well: of
 * all that was paid, and of a part.
 */
export type Occasion = 'receipt' | 'receipt-of-nothing' | 'payment-failed' | 'refunded' | 'refunded-in-part'

export interface Sums {
  readonly total: string
  readonly refund: string
}

interface Texts {
  readonly subject: (order: string, sums: Sums) => string
  readonly title: string
  readonly lead: (sums: Sums) => string
}

/** The shop's name in a language. */
export const shopName: Readonly<Record<Locale, string>> = { en: en['shop.name'], 'zh-CN': zhCN['shop.name'] }

/** What each message says at its beginning. */
export const occasions: Readonly<Record<Occasion, Readonly<Record<Locale, Texts>>>> = {
  receipt: {
    en: {
      subject: (order) => `Your order ${order} at ${shopName.en}`,
      title: 'Paid. Thank you!',
      lead: ({ total }) => `Your payment of ${total} has arrived. This is what you ordered:`,
    },
    'zh-CN': {
      subject: (order) => `您在${shopName['zh-CN']}的订单${order}`,
      title: '付款成功，谢谢！',
      lead: ({ total }) => `已收到您的付款${total}。以下是您订购的商品：`,
    },
  },
  'receipt-of-nothing': {
    en: {
      subject: (order) => `Your order ${order} at ${shopName.en}`,
      title: 'Ordered. Thank you!',
      lead: () => 'Your discount covers everything, so there was nothing to pay. This is what you ordered:',
    },
    'zh-CN': {
      subject: (order) => `您在${shopName['zh-CN']}的订单${order}`,
      title: '下单成功，谢谢！',
      lead: () => '优惠已抵扣全部金额，无需付款。以下是您订购的商品：',
    },
  },
  'payment-failed': {
    en: {
      subject: (order) => `The payment for order ${order} failed`,
      title: 'The payment failed',
      lead: () =>
        'Your bank did not move the money, so nothing was charged and the order is closed. You can order again.',
    },
    'zh-CN': {
      subject: (order) => `订单${order}付款未成功`,
      title: '付款未成功',
      lead: () => '银行没有划款，因此没有扣款，订单已关闭。如果还想要，欢迎重新下单。',
    },
  },
  refunded: {
    en: {
      subject: (order, { refund }) => `${refund} refunded for order ${order}`,
      title: 'Refunded in full',
      lead: ({ refund }) =>
        `${refund} is on its way back to where you paid from. Banks usually show it within 5–10 working days.`,
    },
    'zh-CN': {
      subject: (order, { refund }) => `订单${order}已退款${refund}`,
      title: '已全额退款',
      lead: ({ refund }) => `${refund}正在按原支付方式退回，一般5–10个工作日到账。`,
    },
  },
  'refunded-in-part': {
    en: {
      subject: (order, { refund }) => `${refund} refunded for order ${order}`,
      title: 'Refunded in part',
      lead: ({ refund, total }) =>
        `${refund} of the ${total} you paid is on its way back to where you paid from. Banks usually show it within 5–10 working days.`,
    },
    'zh-CN': {
      subject: (order, { refund }) => `订单${order}已部分退款${refund}`,
      title: '已部分退款',
      lead: ({ refund, total }) =>
        `您支付的${total}中，有${refund}正在按原支付方式退回，一般5–10个工作日到账。`,
    },
  },
}

/** What stands beside the sums between the goods and the total. */
export interface ChargeLabels {
  readonly subtotal: string
  readonly discount: string
  readonly shipping: string
  /** In place of an amount. */
  readonly free: string
  readonly tax: string
  readonly includedTax: string
  readonly total: string
}

interface Labels extends ChargeLabels {
  readonly order: (order: string) => string
  readonly each: (quantity: number, price: string) => string
  /** A label and what it labels, in one line of plain text. */
  readonly pair: (label: string, value: string) => string
  readonly refund: string
  readonly placed: (time: string) => string
  /** Above the address that it is sent to. */
  readonly to: string
  readonly by: (name: string, days: { readonly from: number; readonly to: number }) => string
  readonly look: string
  /** Before the address that the shop is written to. */
  readonly ask: string
  /** What the page is called that says how to reach the shop. */
  readonly contact: string
  readonly keep: string
}

/** What is around the beginning, in every message. */
export const labels: Readonly<Record<Locale, Labels>> = {
  en: {
    order: (order) => `Order ${order}`,
    each: (quantity, price) => `${quantity} × ${price}`,
    pair: (label, value) => `${label}: ${value}`,
    subtotal: 'Subtotal',
    discount: 'Discount',
    shipping: 'Shipping',
    free: 'Free',
    tax: 'Tax',
    includedTax: 'Tax included in the total',
    total: 'Total',
    refund: 'This refund',
    placed: (time) => `Placed ${time}`,
    to: 'Goes to',
    by: (name, days) =>
      `We pack your things and send them by ${name}, which takes ${range(days)} working ${days.to === 1 ? 'day' : 'days'} after the order.`,
    look: 'See the order',
    ask: 'Something not right? Tell us the order number',
    contact: en['help.contact'],
    keep: 'Keep this message to yourself: whoever has its link can see the order.',
  },
  'zh-CN': {
    order: (order) => `订单${order}`,
    each: (quantity, price) => `${quantity} × ${price}`,
    pair: (label, value) => `${label}：${value}`,
    subtotal: '商品小计',
    discount: '优惠',
    shipping: '运费',
    free: '免运费',
    tax: '税费',
    includedTax: '合计中已含税',
    total: '合计',
    refund: '本次退款',
    placed: (time) => `下单于${time}`,
    to: '收货地址',
    by: (name, days) => `我们会打包寄出（${name}），下单后${range(days)}个工作日送达。`,
    look: '查看订单',
    ask: '有什么不对？请告诉我们订单号',
    contact: zhCN['help.contact'],
    keep: '请勿转发这封邮件：持有其中链接的人都可以查看订单。',
  },
}

function range({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(to) : `${from}–${to}`
}

// Every order in which the steps of several actors can happen, each actor's own steps in their order.

/** What happens around one payment: the shopper pays; the success page reads back in three steps; three events come. */
export type Step = 'pay' | 'find' | 'ask' | 'settle' | 'webhook' | 'twin' | 'refund'

const chains: readonly (readonly Step[])[] = [
  ['find', 'ask', 'settle'],
  ['pay'],
  ['webhook'],
  ['twin'],
  ['refund'],
]
const afterPayment: readonly Step[] = ['webhook', 'twin', 'refund']

/** All of them in which no event comes before the payment: 210. */
export function allInterleavings(): Step[][] {
  return merge(chains).filter((steps) =>
    afterPayment.every((event) => steps.indexOf(event) > steps.indexOf('pay')),
  )
}

function merge(left: readonly (readonly Step[])[]): Step[][] {
  const open = left.filter((chain) => chain.length > 0)
  if (open.length === 0) return [[]]
  return open.flatMap((chain) => {
    const rest = open.map((other) => (other === chain ? chain.slice(1) : other))
    return merge(rest).map((steps) => [...chain.slice(0, 1), ...steps])
  })
}

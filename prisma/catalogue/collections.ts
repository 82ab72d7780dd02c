// The collections that an empty shop opens with, beside the one of everything.
import type { Names } from './seed-product.ts'

interface SeedCollection {
  readonly slug: string
  readonly names: Names
  readonly descriptions: Names
  /** Slugs of its products, in their order there. */
  readonly products: readonly string[]
}

export const collections: readonly SeedCollection[] = [
  {
    slug: 'tea',
    names: ['Tea', '茶事'],
    descriptions: [
      'Leaves from this spring, and what they are brewed and drunk in.',
      '今春的茶，和泡它、盛它的器物。',
    ],
    products: ['green-tea', 'gaiwan', 'clay-teapot', 'celadon-mug', 'walnut-tray'],
  },
  {
    slug: 'table',
    names: ['The table', '餐桌'],
    descriptions: ['Things that are in your hand three times a day.', '一日三餐，都在手上的东西。'],
    products: ['rice-bowl', 'chopsticks', 'walnut-tray', 'celadon-mug'],
  },
  {
    slug: 'desk',
    names: ['The desk', '书桌'],
    descriptions: ['Paper, pencils, and a place kept between two pages.', '纸、笔，和夹在两页之间的一弯月。'],
    products: ['linen-notebook', 'cedar-pencils', 'brass-bookmark', 'paper-lamp'],
  },
  {
    slug: 'home',
    names: ['Quiet rooms', '居室'],
    descriptions: ['Light, scent, and one branch in a vase.', '一盏灯、一点香、一枝花。'],
    products: ['paper-lamp', 'soy-candle', 'bud-vase', 'camellia-soap'],
  },
]

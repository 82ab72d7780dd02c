// Light, scent and a branch in a vase.
import { kinds, type SeedProduct } from './seed-product.ts'

export const home: readonly SeedProduct[] = [
  {
    slug: 'soy-candle',
    names: ['Soy candle', '大豆蜡烛'],
    descriptions: [
      'Soy wax and a cotton wick in a coloured glass that becomes a tumbler afterwards. Burns for about 40 hours.',
      '大豆蜡、棉芯，彩色玻璃杯用完可作水杯。约可燃 40 小时。',
    ],
    ...kinds({
      slug: 'soy-candle',
      option: ['scent', 'Scent', '香型'],
      prices: [11800, 1800, 1650, 2600],
      values: {
        osmanthus: ['osmanthus', '桂花', 30],
        cedar: ['cedar', '雪松', 30],
      },
    }),
  },
  {
    slug: 'bud-vase',
    names: ['Bud vase', '一枝瓶'],
    descriptions: [
      'For the one branch you brought home. A narrow neck holds it where you put it. 16 cm high.',
      '为带回家的那一枝而作。瓶口收窄，插在哪里就停在哪里。高 16 厘米。',
    ],
    ...kinds({
      slug: 'bud-vase',
      option: ['colour', 'Colour', '颜色'],
      prices: [13800, 2000, 1850, 2900],
      values: {
        white: ['white', '素白', 20],
        terracotta: ['terracotta', '陶红', 20],
      },
    }),
  },
  {
    slug: 'paper-lamp',
    names: ['Paper lamp', '纸灯'],
    descriptions: [
      'Mulberry paper over a bamboo frame on three thin legs. Warm light for reading the last page. With a bulb; 28 cm.',
      '楮皮纸覆竹骨，三只细足。适合读最后一页的暖光。含灯泡，高 28 厘米。',
    ],
    variants: [
      { sku: 'paper-lamp', prices: [32800, 4800, 4400, 7200], was: [39800, 5800, 5400, 8800], quantity: 10 },
    ],
  },
  {
    slug: 'camellia-soap',
    names: ['Camellia soap', '山茶手工皂'],
    descriptions: [
      'Cold-pressed camellia oil, cured for eight weeks. Two bars, wrapped in paper, no scent but its own.',
      '冷榨山茶油，晾八周。一盒两块，纸包，不加香。',
    ],
    ...kinds({
      slug: 'camellia-soap',
      option: ['kind', 'Kind', '品种'],
      prices: [5800, 850, 800, 1300],
      was: [6800, 990, 950, 1500],
      values: {
        camellia: ['camellia', '山茶', 45],
        charcoal: ['charcoal', '竹炭', 45],
      },
    }),
  },
]

// Light, scent and a branch in a vase.
import { kinds, type SeedProduct } from './seed-product.ts'

export const home: readonly SeedProduct[] = [
  {
    slug: 'soy-candle',
    names: ['Soy candle', '大豆蜡烛'],
    descriptions: [
      'Soy wax and a cotton wick in a coloured glass that becomes a tumbler afterwards. Burns for about 40 hours.',
      '大豆蜡、棉芯，彩色玻璃杯用完可作水杯。约可燃40小时。',
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
    pictures: [
      {
        stem: 'soy-candle-detail',
        alt: ['The flame on its cotton wick, the wax molten around it', '棉芯上的火苗，四周一汪化开的蜡'],
      },
      { stem: 'soy-candle-scale', alt: ['The candle, lit, beside two books', '点燃的蜡烛，旁边两本书'] },
    ],
  },
  {
    slug: 'bud-vase',
    names: ['Bud vase', '一枝瓶'],
    descriptions: [
      'For the one branch you brought home. A narrow neck holds it where you put it. 16 cm high.',
      '为带回家的那一枝而作。瓶口收窄，插在哪里就停在哪里。高16厘米。',
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
    pictures: [
      { stem: 'bud-vase-detail', alt: ['Buds on the branch, about to open', '枝头将开未开的花苞'] },
      {
        stem: 'bud-vase-scale',
        alt: ['The vase with its branch, beside two books and a mug', '瓶中一枝，旁边两本书和一只马克杯'],
      },
    ],
  },
  {
    slug: 'paper-lamp',
    names: ['Paper lamp', '纸灯'],
    descriptions: [
      'Mulberry paper over a bamboo frame on three thin legs. Warm light for reading the last page. With a bulb; 28 cm.',
      '楮皮纸覆竹骨，三只细足。适合读最后一页的暖光。含灯泡，高28厘米。',
    ],
    variants: [
      { sku: 'paper-lamp', prices: [32800, 4800, 4400, 7200], was: [39800, 5800, 5400, 8800], quantity: 10 },
    ],
    pictures: [
      {
        stem: 'paper-lamp-detail',
        alt: ['The lit paper from below, on its three thin legs', '亮着的灯罩底部与三只细足'],
      },
      {
        stem: 'paper-lamp-scale',
        alt: ['The lamp, lit, beside three books and a mug', '灯亮着，旁边三本书和一只马克杯'],
      },
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
    pictures: [
      { stem: 'camellia-soap-detail', alt: ['The camellia pressed into the soap', '皂面上压出的山茶花纹'] },
      {
        stem: 'camellia-soap-scale',
        alt: [
          'A bar on a folded cloth, a mug and a vase behind it',
          '一块皂放在叠好的麻布上，后面是马克杯和花瓶',
        ],
      },
    ],
  },
]

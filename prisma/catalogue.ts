// The goods that an empty shop opens with; a change here reaches no shop that has products. Prices are in minor units:
// [cny, usd, eur, jpy].

type Names = readonly [en: string, zhCN: string]
type Prices = readonly [cny: number, usd: number, eur: number, jpy: number]
interface SeedVariant {
  readonly sku: string
  readonly names?: Names
  readonly prices: Prices
  readonly quantity: number
}
export interface SeedProduct {
  readonly slug: string
  readonly names: Names
  readonly descriptions: Names
  readonly variants: readonly SeedVariant[]
}

function kinds(
  slug: string,
  prices: Prices,
  kindsOf: Record<string, readonly [en: string, zhCN: string, quantity: number]>,
): SeedVariant[] {
  return Object.entries(kindsOf).map(([kind, [en, zhCN, quantity]]) => ({
    sku: `${slug}-${kind}`,
    names: [en, zhCN],
    prices,
    quantity,
  }))
}

export const catalogue: readonly SeedProduct[] = [
  {
    slug: 'celadon-mug',
    names: ['Celadon mug', '青瓷马克杯'],
    descriptions: [
      'Thrown by hand and dipped twice. The glaze pools at the foot, so no two are the same green. Holds 320 ml; fit for the dishwasher.',
      '手工拉坯，两次施釉，釉色在杯底聚成深青，每一只都不一样。容量 320 毫升，可用洗碗机。',
    ],
    variants: kinds('celadon-mug', [16800, 2400, 2200, 3600], {
      celadon: ['celadon', '天青', 40],
      white: ['white', '月白', 40],
      ink: ['ink', '墨蓝', 24],
    }),
  },
  {
    slug: 'gaiwan',
    names: ['Porcelain gaiwan', '白瓷盖碗'],
    descriptions: [
      'Lid, bowl and saucer in thin white porcelain with one blue ring. Brews green and oolong alike and keeps no taste. 130 ml.',
      '盖、碗、托三件，薄胎白瓷，一道青花弦纹。泡绿茶与乌龙皆宜，不留味。130 毫升。',
    ],
    variants: [{ sku: 'gaiwan', prices: [12800, 1900, 1750, 2800], quantity: 36 }],
  },
  {
    slug: 'clay-teapot',
    names: ['Clay teapot', '紫砂小壶'],
    descriptions: [
      'Unglazed purple clay, pinched and burnished. It takes on a soft shine with every pot you make. 180 ml, for two.',
      '紫砂不上釉，手捏打磨，越泡越润。180 毫升，宜二人对饮。',
    ],
    variants: [{ sku: 'clay-teapot', prices: [36800, 5200, 4800, 7800], quantity: 12 }],
  },
  {
    slug: 'green-tea',
    names: ['Spring green tea', '明前绿茶'],
    descriptions: [
      'Flat-pressed leaves picked before the spring rains. Chestnut and sweet pea; three infusions at 80 °C. In a tin that closes well.',
      '清明前采摘的扁形绿茶，栗香与豆香，80 °C 可泡三道。铁罐密封。',
    ],
    variants: [
      { sku: 'green-tea-50g', names: ['50 g', '50 克'], prices: [8800, 1300, 1200, 1900], quantity: 60 },
      { sku: 'green-tea-100g', names: ['100 g', '100 克'], prices: [15800, 2300, 2100, 3400], quantity: 30 },
    ],
  },
  {
    slug: 'linen-notebook',
    names: ['Linen notebook', '麻布笔记本'],
    descriptions: [
      'Sewn pages that lie flat, bound in washed linen. 160 pages of cream paper that a fountain pen does not bleed through. A5.',
      '线装可平摊，水洗麻布封面。160 页米色纸，钢笔不洇。A5。',
    ],
    variants: kinds('linen-notebook', [7800, 1200, 1100, 1800], {
      indigo: ['indigo', '靛蓝', 50],
      sand: ['sand', '沙色', 50],
      moss: ['moss', '苔绿', 3],
    }),
  },
  {
    slug: 'cedar-pencils',
    names: ['Cedar pencils, set of six', '雪松铅笔（六支）'],
    descriptions: [
      'Incense cedar, a soft B core, no paint where you hold them. They smell like a workshop when you sharpen them.',
      '香雪松笔杆，B 铅芯，握处不上漆。削的时候有木工房的气味。',
    ],
    variants: [{ sku: 'cedar-pencils', prices: [4800, 700, 650, 1000], quantity: 80 }],
  },
  {
    slug: 'soy-candle',
    names: ['Soy candle', '大豆蜡烛'],
    descriptions: [
      'Soy wax and a cotton wick in a coloured glass that becomes a tumbler afterwards. Burns for about 40 hours.',
      '大豆蜡、棉芯，彩色玻璃杯用完可作水杯。约可燃 40 小时。',
    ],
    variants: kinds('soy-candle', [11800, 1800, 1650, 2600], {
      osmanthus: ['osmanthus', '桂花', 30],
      cedar: ['cedar', '雪松', 30],
    }),
  },
  {
    slug: 'bud-vase',
    names: ['Bud vase', '一枝瓶'],
    descriptions: [
      'For the one branch you brought home. A narrow neck holds it where you put it. 16 cm high.',
      '为带回家的那一枝而作。瓶口收窄，插在哪里就停在哪里。高 16 厘米。',
    ],
    variants: kinds('bud-vase', [13800, 2000, 1850, 2900], {
      white: ['white', '素白', 20],
      terracotta: ['terracotta', '陶红', 20],
    }),
  },
  {
    slug: 'rice-bowl',
    names: ['Rice bowls, a pair', '饭碗（一对）'],
    descriptions: [
      'Two footed bowls with brushed blue bands. Light in the hand, deep enough for soup. 12 cm across.',
      '高足饭碗两只，手绘青花弦纹。拿在手里轻，盛汤也够深。口径 12 厘米。',
    ],
    variants: [{ sku: 'rice-bowl', prices: [15800, 2300, 2100, 3400], quantity: 24 }],
  },
  {
    slug: 'walnut-tray',
    names: ['Walnut tray', '胡桃木托盘'],
    descriptions: [
      'Cut from one board and oiled, with a rim your fingers find without looking. 32 by 20 cm.',
      '整板挖制，擦木蜡油，边沿顺手可托。32 × 20 厘米。',
    ],
    variants: [{ sku: 'walnut-tray', prices: [26800, 3900, 3600, 5800], quantity: 15 }],
  },
  {
    slug: 'paper-lamp',
    names: ['Paper lamp', '纸灯'],
    descriptions: [
      'Mulberry paper over a bamboo frame on three thin legs. Warm light for reading the last page. With a bulb; 28 cm.',
      '楮皮纸覆竹骨，三只细足。适合读最后一页的暖光。含灯泡，高 28 厘米。',
    ],
    variants: [{ sku: 'paper-lamp', prices: [32800, 4800, 4400, 7200], quantity: 10 }],
  },
  {
    slug: 'camellia-soap',
    names: ['Camellia soap', '山茶手工皂'],
    descriptions: [
      'Cold-pressed camellia oil, cured for eight weeks. Two bars, wrapped in paper, no scent but its own.',
      '冷榨山茶油，晾八周。一盒两块，纸包，不加香。',
    ],
    variants: kinds('camellia-soap', [5800, 850, 800, 1300], {
      camellia: ['camellia', '山茶', 45],
      charcoal: ['charcoal', '竹炭', 45],
    }),
  },
  {
    slug: 'chopsticks',
    names: ['Lacquered chopsticks, two pairs', '漆筷（两双）'],
    descriptions: [
      'Maple under four coats of lacquer, eight-sided so that they do not roll. With two ceramic rests.',
      '枫木四道生漆，八棱不滚。附两只陶瓷筷架。',
    ],
    variants: [{ sku: 'chopsticks', prices: [9800, 1450, 1350, 2200], quantity: 40 }],
  },
  {
    slug: 'brass-bookmark',
    names: ['Brass bookmark', '黄铜书签'],
    descriptions: [
      'A thin strip of brass with a moon cut out of it. Costs so little that it wants company: a card is not charged less than half a dollar.',
      '一条薄铜片，镂一弯月。价钱太小，得和别的一起买：银行卡不收太小的金额。',
    ],
    variants: [{ sku: 'brass-bookmark', prices: [300, 45, 40, 70], quantity: 200 }],
  },
]

/** The picture of a variant: its own, where the kinds look different. */
export function pictureOf({ slug }: SeedProduct, sku: string): string {
  return slug === 'green-tea' ? slug : sku
}

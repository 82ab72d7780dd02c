// Tea, and what it is made and drunk in.
import { kinds, type SeedProduct } from './seed-product.ts'

export const tea: readonly SeedProduct[] = [
  {
    slug: 'celadon-mug',
    names: ['Celadon mug', '青瓷马克杯'],
    descriptions: [
      'Thrown by hand and dipped twice. The glaze pools at the foot, so no two are the same green. Holds 320 ml; fit for the dishwasher.',
      '手工拉坯，两次施釉，釉色在杯底聚成深青，每一只都不一样。容量320毫升，可用洗碗机。',
    ],
    ...kinds({
      slug: 'celadon-mug',
      option: ['glaze', 'Glaze', '釉色'],
      prices: [16800, 2400, 2200, 3600],
      values: {
        celadon: ['celadon', '天青', 40],
        white: ['white', '月白', 40],
        ink: ['ink', '墨蓝', 24],
      },
    }),
    pictures: [
      {
        stem: 'celadon-mug-detail',
        alt: [
          'Where the handle meets the mug: the glaze thins to cream along the rim',
          '杯沿与把手近看，釉色在沿口转淡，泛出米白',
        ],
      },
      {
        stem: 'celadon-mug-scale',
        alt: [
          'The mug beside an open notebook, a pencil lying on the page',
          '马克杯放在摊开的笔记本旁，页上搁着一支铅笔',
        ],
      },
    ],
  },
  {
    slug: 'gaiwan',
    names: ['Porcelain gaiwan', '白瓷盖碗'],
    descriptions: [
      'Lid, bowl and saucer in thin white porcelain with one blue ring. Brews green and oolong alike and keeps no taste. 130 ml.',
      '盖、碗、托三件，薄胎白瓷，一道青花弦纹。泡绿茶与乌龙皆宜，不留味。130毫升。',
    ],
    variants: [{ sku: 'gaiwan', prices: [12800, 1900, 1750, 2800], quantity: 36 }],
    pictures: [
      {
        stem: 'gaiwan-detail',
        alt: ['The lid with its blue ring, resting a little askew on the bowl', '碗盖微斜，盖沿一道青花弦纹'],
      },
      {
        stem: 'gaiwan-scale',
        alt: ['The gaiwan on its saucer, two tangerines beside it', '盖碗连托，旁边两只橘子'],
      },
    ],
  },
  {
    slug: 'clay-teapot',
    names: ['Clay teapot', '紫砂小壶'],
    descriptions: [
      'Unglazed purple clay, pinched and burnished. It takes on a soft shine with every pot you make. 180 ml, for two.',
      '紫砂不上釉，手捏打磨，越泡越润。180毫升，宜二人对饮。',
    ],
    variants: [{ sku: 'clay-teapot', prices: [36800, 5200, 4800, 7800], quantity: 12 }],
    pictures: [
      {
        stem: 'clay-teapot-detail',
        alt: ['The lid and its round knob, in burnished purple clay', '壶盖与圆钮，紫砂打磨出的柔光'],
      },
      {
        stem: 'clay-teapot-scale',
        alt: ['The teapot and a porcelain cup on a walnut tray', '胡桃木托盘上，一把小壶，一只瓷杯'],
      },
    ],
  },
  {
    slug: 'green-tea',
    names: ['Spring green tea', '明前绿茶'],
    descriptions: [
      'Flat-pressed leaves picked before the spring rains. Chestnut and sweet pea; three infusions at 80 °C. In a tin that closes well.',
      '清明前采摘的扁形绿茶，栗香与豆香，80°C可泡三道。铁罐密封。',
    ],
    options: [
      {
        key: 'weight',
        names: ['Weight', '重量'],
        values: { '50g': ['50 g', '50克'], '100g': ['100 g', '100克'] },
      },
    ],
    variants: [
      {
        sku: 'green-tea-50g',
        names: ['50 g', '50克'],
        choices: { weight: '50g' },
        picture: 'green-tea',
        prices: [8800, 1300, 1200, 1900],
        quantity: 60,
      },
      {
        sku: 'green-tea-100g',
        names: ['100 g', '100克'],
        choices: { weight: '100g' },
        picture: 'green-tea',
        prices: [15800, 2300, 2100, 3400],
        quantity: 30,
      },
    ],
    pictures: [
      {
        stem: 'green-tea-detail',
        alt: ['Rolled green leaves, strewn before the tin', '罐前撒开的一小堆茶叶，条索分明'],
      },
      {
        stem: 'green-tea-scale',
        alt: ['The tin beside a celadon mug, which is a little lower', '茶叶罐与青瓷马克杯并排，罐子略高'],
      },
    ],
  },
]

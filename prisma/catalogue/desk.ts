// For reading and writing.
import type { Names, SeedProduct, SeedVariant } from './seed-product.ts'

export const desk: readonly SeedProduct[] = [
  {
    slug: 'linen-notebook',
    names: ['Linen notebook', '麻布笔记本'],
    descriptions: [
      'Sewn pages that lie flat, bound in washed linen. 160 pages of cream paper that a fountain pen does not bleed through. A5.',
      '线装可平摊，水洗麻布封面。160页米色纸，钢笔不洇。A5。',
    ],
    options: [
      {
        key: 'colour',
        names: ['Colour', '颜色'],
        values: { indigo: ['indigo', '靛蓝'], sand: ['sand', '沙色'], moss: ['moss', '苔绿'] },
      },
      {
        key: 'pages',
        names: ['Pages', '内页'],
        values: { plain: ['plain', '空白'], dotted: ['dotted', '点阵'] },
      },
    ],
    variants: [
      notebook('indigo', { names: ['indigo', '靛蓝'], quantity: 50 }),
      notebook('sand', { names: ['sand', '沙色'], quantity: 50 }),
      notebook('moss', { names: ['moss', '苔绿'], quantity: 3 }),
      notebook('indigo', { pages: 'dotted', names: ['indigo, dotted', '靛蓝，点阵'], quantity: 20 }),
      notebook('sand', { pages: 'dotted', names: ['sand, dotted', '沙色，点阵'], quantity: 20 }),
    ],
    pictures: [
      {
        stem: 'linen-notebook-detail',
        alt: [
          'A corner of the notebook: the weave of the linen, the pages, the red ribbon',
          '笔记本一角：麻布的经纬、书口与红丝带',
        ],
      },
      {
        stem: 'linen-notebook-scale',
        alt: [
          'The notebook with a pencil on it, a white mug behind',
          '笔记本上搁一支铅笔，后面是一只白色马克杯',
        ],
      },
    ],
  },
  {
    slug: 'cedar-pencils',
    names: ['Cedar pencils, set of six', '雪松铅笔（六支）'],
    descriptions: [
      'Incense cedar, a soft B core, no paint where you hold them. They smell like a workshop when you sharpen them.',
      '香雪松笔杆，B铅芯，握处不上漆。削的时候有木工房的气味。',
    ],
    variants: [{ sku: 'cedar-pencils', prices: [4800, 700, 650, 1000], quantity: 80 }],
    pictures: [
      {
        stem: 'cedar-pencils-detail',
        alt: ['Sharpened points, fresh wood around the lead', '削好的笔尖，铅芯外露出新木'],
      },
      {
        stem: 'cedar-pencils-scale',
        alt: [
          'The six pencils standing in a mug, a notebook beside it',
          '六支铅笔插在马克杯里，旁边一本笔记本',
        ],
      },
    ],
  },
  {
    slug: 'brass-bookmark',
    names: ['Brass bookmark', '黄铜书签'],
    descriptions: [
      'A thin strip of brass with a moon cut out of it. Costs so little that it wants company: a card is not charged less than half a dollar.',
      '一条薄铜片，镂一弯月。价钱太小，得和别的一起买：银行卡不收太小的金额。',
    ],
    variants: [{ sku: 'brass-bookmark', prices: [300, 45, 40, 70], quantity: 200 }],
    pictures: [
      {
        stem: 'brass-bookmark-detail',
        alt: ['The crescent moon, cut clean through the brushed brass', '拉丝黄铜上镂空的一弯月'],
      },
      {
        stem: 'brass-bookmark-scale',
        alt: ['The bookmark on an open notebook, a pencil beside it', '书签搁在摊开的笔记本上，旁边一支铅笔'],
      },
    ],
  },
]

function notebook(
  colour: string,
  { pages = 'plain', names, quantity }: { pages?: string; names: Names; quantity: number },
): SeedVariant {
  const picture = `linen-notebook-${colour}`
  return {
    sku: pages === 'plain' ? picture : `${picture}-${pages}`,
    names,
    choices: { colour, pages },
    picture,
    prices: [7800, 1200, 1100, 1800],
    quantity,
  }
}

// What stands on the table at a meal.
import type { SeedProduct } from './seed-product.ts'

export const table: readonly SeedProduct[] = [
  {
    slug: 'rice-bowl',
    names: ['Rice bowls, a pair', '饭碗（一对）'],
    descriptions: [
      'Two footed bowls with brushed blue bands. Light in the hand, deep enough for soup. 12 cm across.',
      '高足饭碗两只，手绘青花弦纹。拿在手里轻，盛汤也够深。口径12厘米。',
    ],
    variants: [{ sku: 'rice-bowl', prices: [15800, 2300, 2100, 3400], quantity: 24 }],
    pictures: [
      {
        stem: 'rice-bowl-detail',
        alt: [
          'The brushed blue bands, seen close: each stroke wavers a little',
          '近看手绘的青花弦纹，笔触微微起伏',
        ],
      },
      {
        stem: 'rice-bowl-scale',
        alt: [
          'One bowl full of rice, one with a tangerine in it, chopsticks in front',
          '一只碗盛着米饭，一只碗放着橘子，前面一双筷子',
        ],
      },
    ],
  },
  {
    slug: 'walnut-tray',
    names: ['Walnut tray', '胡桃木托盘'],
    descriptions: [
      'Cut from one board and oiled, with a rim your fingers find without looking. 32 by 20 cm.',
      '整板挖制，擦木蜡油，边沿顺手可托。32 × 20厘米。',
    ],
    variants: [{ sku: 'walnut-tray', prices: [26800, 3900, 3600, 5800], quantity: 15 }],
    pictures: [
      {
        stem: 'walnut-tray-detail',
        alt: [
          'A corner of the tray: the grain runs on into the raised rim',
          '托盘一角，木纹一直延到翘起的边沿',
        ],
      },
      {
        stem: 'walnut-tray-scale',
        alt: ['The tray carrying a bowl of tangerines and a mug', '托盘上放着一碗橘子和一只马克杯'],
      },
    ],
  },
  {
    slug: 'chopsticks',
    names: ['Lacquered chopsticks, two pairs', '漆筷（两双）'],
    descriptions: [
      'Maple under four coats of lacquer, eight-sided so that they do not roll. With two ceramic rests.',
      '枫木四道生漆，八棱不滚。附两只陶瓷筷架。',
    ],
    variants: [{ sku: 'chopsticks', prices: [9800, 1450, 1350, 2200], quantity: 40 }],
    pictures: [
      {
        stem: 'chopsticks-detail',
        alt: ['The gold bands near the ends that are held', '手握一端的金色环纹'],
      },
      {
        stem: 'chopsticks-scale',
        alt: [
          'A place laid: both pairs on their rests, a bowl of rice behind them',
          '摆好的餐位：两双筷子搁在筷架上，后面一碗米饭',
        ],
      },
    ],
  },
]

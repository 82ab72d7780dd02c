// Where the shop is killed, and in what order.
import type { Random } from '../random.ts'

export interface Kill {
  /** As scripts/torture/preload names it. */
  readonly point: string
  readonly when: 'before' | 'after'
  /** At which arrival after the start. */
  readonly occurrence: number
}

const points = [
  ['begin', 'event insert', 'order update', 'stock move', 'outbox insert', 'event commit', 'event answer'],
  ['order insert', 'stock hold', 'order commit', 'stripe request', 'stripe answer'],
  ['session update', 'session commit', 'checkout answer'],
  ['mail claim', 'mail claim commit', 'mail file', 'mail mark', 'mail mark commit'],
].flat()

/** Every side of every point. */
export const sides: readonly string[] = points.flatMap((point) => [`before ${point}`, `after ${point}`])

/** So many kills: every side of every point in a shuffled round, then the next round. */
export function planKills(count: number, random: Random): Kill[] {
  const kills: Kill[] = []
  while (kills.length < count) {
    for (const side of random.shuffle(sides)) {
      const [when = '', ...words] = side.split(' ')
      const point = words.join(' ')
      kills.push({
        point,
        when: when === 'before' ? 'before' : 'after',
        occurrence: occurrence(point, random),
      })
    }
  }
  return kills.slice(0, count)
}

// Messages go out in rounds some seconds apart: one of the first round is waited for.
function occurrence(point: string, random: Random): number {
  if (point.startsWith('mail')) return random.integer(1, 6)
  return random.integer(1, point === 'begin' ? 40 : 12)
}

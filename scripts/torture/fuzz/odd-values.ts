// Values that programs trip over.
import type { Random } from '../random.ts'

const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  -0,
  0.1,
  99,
  100,
  1e21,
  Number.MAX_SAFE_INTEGER,
  2 ** 31,
  -(2 ** 63),
  '1',
  '1e3',
  '1.5',
  '-1',
  '０１',
  ' 1 ',
  '',
  [],
  {},
  [[[[]]]],
  ['gaiwan'],
  { $gt: 0 },
  { contains: '' },
  { length: 3 },
]

const texts = [
  '',
  ' ',
  'zh-CN',
  'usd',
  'constructor',
  '__proto__',
  'toString',
  '../../etc/passwd',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '${7*7}',
  '%00',
  '\u0000',
  '\u{1F600}\u200D\u{1F9D1}',
  '\uD800',
  '小铺的茶杯',
  '\r\nSet-Cookie: a=b',
  'cs_test_a1',
  'undefined',
  'null',
  'NaN',
]

/** A JSON value of any kind, some of them deep or long. */
export function oddValue(random: Random): unknown {
  if (random.chance(0.02)) return nested(random.integer(10, 2_000))
  if (random.chance(0.3)) return oddText(random)
  return random.pick(values)
}

/** A text, some of them long. */
export function oddText(random: Random): string {
  if (random.chance(0.05)) return random.pick(texts).repeat(random.integer(1, 2_000)).slice(0, 30_000)
  if (random.chance(0.2)) return letters(random, random.integer(1, 40))
  return random.pick(texts)
}

/** A body that is no JSON and no form, or breaks off. */
export function brokenText(random: Random): string {
  const whole = JSON.stringify({ items: [{ sku: 'gaiwan', quantity: 1 }], odd: oddValue(random) })
  return random.pick([
    '',
    '{',
    'null',
    '[]',
    '"items"',
    '\uFEFF{}',
    'items[0][sku]=gaiwan&items[0][quantity]=1&items[999][sku]=x',
    'sku=a&sku=b&quantity=1&quantity=2&quantity=%FF',
    '['.repeat(5_000),
    letters(random, random.integer(1, 500)),
    whole.slice(0, random.integer(0, whole.length)),
    'x'.repeat(random.pick([16_384, 16_385, 300_000])),
  ])
}

/** Headers as strangers send them; most requests have few. */
export function oddHeaders(random: Random): Record<string, string> {
  const headers: Record<string, string> = {}
  const maybe = (name: string, choices: readonly string[]) => {
    if (random.chance(0.15)) headers[name] = random.pick(choices)
  }
  maybe('Accept-Language', ['zh', 'zh-TW;q=0.9,*', ';;;', 'x'.repeat(2_000), ''])
  maybe('Cookie', [
    'cart=%E0%A4%A',
    'cart=;;;=',
    'shopper=x; shopper=y',
    `cart=${'a.1-'.repeat(800)}`,
    'locale=__proto__',
  ])
  maybe('Origin', ['null', 'https://evil.example', 'javascript:1', ''])
  maybe('Sec-Fetch-Site', ['cross-site', 'same-origin', 'none', 'x'])
  maybe('X-Forwarded-For', ['1.2.3.4', 'x, y, z', '::1', ','.repeat(500)])
  maybe('X-Forwarded-Host', ['evil.example', 'a b'])
  maybe('Referer', ['https://evil.example/', 'http://[', '%'])
  maybe('Range', ['bytes=0-1', 'bytes=9-0'])
  maybe('Next-Router-State-Tree', ['%', '[]', '{}'])
  maybe('RSC', ['1', 'x'])
  return headers
}

function letters(random: Random, length: number): string {
  return Array.from({ length }, () => String.fromCodePoint(random.integer(32, 126))).join('')
}

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value }
  return value
}

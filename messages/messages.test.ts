import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import en from '#messages/en' with { type: 'json' }
import zhCN from '#messages/zh-CN' with { type: 'json' }
import { catalogue } from '../prisma/catalogue/catalogue.ts'
import { collections } from '../prisma/catalogue/collections.ts'
import { type MessageKey, translator } from '../app/_lib/translate.ts'

const languages = { en, 'zh-CN': zhCN } as const
const keys = Object.keys(en) as MessageKey[]
const besideHan = /\p{Script=Han}\s|\s\p{Script=Han}/u
const root = new URL('..', import.meta.url).pathname
const sources = globSync('app/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(`${root}/${file}`, 'utf8'))

test('Both languages have the same messages, in the same order', () => {
  assert.deepEqual(Object.keys(zhCN), keys)
})

for (const [locale, messages] of Object.entries(languages)) {
  test(`No message in ${locale} is empty, has blanks around it, or is left undone`, () => {
    for (const [key, text] of Object.entries(messages)) {
      assert.equal(text, text.trim(), key)
      assert.notEqual(text, '', key)
      assert.doesNotMatch(text, /TODO|FIXME|XXX|�/, key)
    }
  })

  test(`Every message in ${locale} can be read and said`, () => {
    for (const [key, text] of Object.entries(messages)) {
      const values = Object.fromEntries(argumentsOf(text, locale).map((argument) => [argument, 1]))
      const said = new IntlMessageFormat(text, locale).format(values)
      assert.ok(typeof said === 'string' && !/[{}]/.test(said), `${key}: ${String(said)}`)
    }
  })
}

test('A message asks for the same things in both languages', () => {
  for (const key of keys) assert.deepEqual(argumentsOf(en[key], 'en'), argumentsOf(zhCN[key], 'zh-CN'), key)
})

test('English is written without Chinese letters, and Chinese with them', () => {
  // Nothing but what is put into them.
  const sameInBoth = new Set<string>(['order.quantity', 'list.price-between', 'cart.delivery-rate'])
  for (const key of keys) {
    assert.doesNotMatch(en[key], /[\u3000-\u9FFF\uFF00-\uFFEF]/, key)
    if (!sameInBoth.has(key)) assert.match(zhCN[key], /[\u4E00-\u9FFF]/, key)
  }
})

test('Chinese is written with Chinese punctuation', () => {
  for (const key of keys) assert.doesNotMatch(zhCN[key], /[\u4E00-\u9FFF] ?[,;:!?.](?!\d)/, key)
})

test('No space is typed beside a Chinese character: browsers make the gap before letters and figures themselves', () => {
  for (const key of keys) assert.doesNotMatch(zhCN[key], besideHan, key)
  assert.doesNotMatch(JSON.stringify([catalogue, collections]), besideHan)
})

test('From one figure to another it is a dash, unless the sentence says “from”', () => {
  for (const key of keys) {
    assert.doesNotMatch(zhCN[key], /[\d}] ?[至到~～—-] ?[\d{]/, key)
    assert.doesNotMatch(en[key], /(?<!from )(\d|\{\w+\}) to [\d{]/i, key)
  }
})

test('Every message is said somewhere in the shop', () => {
  const patterns = sources.flatMap(keyPatterns)
  const unused = keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))

  assert.deepEqual(unused, [])
})

test('Every message that the shop says by its whole name exists', () => {
  const said = sources.flatMap((source) =>
    [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? ''),
  )

  assert.ok(said.length > 50)
  assert.deepEqual(
    said.filter((key) => !Object.hasOwn(en, key)),
    [],
  )
})

test('Numbers are counted as the language counts', () => {
  const [english, chinese] = [translator('en'), translator('zh-CN')]

  assert.deepEqual(
    [1, 2].map((count) => english('catalogue.variants', { count })),
    ['1 kind', '2 kinds'],
  )
  assert.deepEqual(
    [1, 2].map((count) => chinese('catalogue.variants', { count })),
    ['1款', '2款'],
  )
})

test('What a shopper writes into a message is said as it is', () => {
  const name = "{count, plural, other {#}} <b>O'Hara</b> '{'"

  assert.equal(translator('en')('cart.remove-line', { name }), `Remove ${name}`)
})

interface Element {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>
}

function argumentsOf(text: string, locale: string): string[] {
  const tree: unknown = new IntlMessageFormat(text, locale).getAst()
  return [...new Set(namesIn(tree as readonly Element[]))].toSorted()
}

// Literals are of type 0; the value of all others is the name of their argument, and the # of a plural has none.
function namesIn(elements: readonly Element[]): string[] {
  return elements.flatMap(({ type, value, options = {} }) => [
    ...(type !== 0 && value !== undefined ? [value] : []),
    ...Object.values(options).flatMap((option) => namesIn(option.value)),
  ])
}

// A name in quotes is one message; a name that is put together may be each message that it can become.
function keyPatterns(source: string): RegExp[] {
  const whole = [...source.matchAll(/'([a-z-]+(?:\.[a-z-]+)+)'/g)]
  const composed = [...source.matchAll(/`([a-z.-]*(?:\$\{[\w.]+\}[a-z.-]*)+)`/g)]
  return [...whole, ...composed]
    .map(([, name = '']) => name.split(/\$\{[\w.]+\}/))
    .filter((parts) => parts.some((part) => part.includes('.')))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[a-z.-]+')}$`))
}

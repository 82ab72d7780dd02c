import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRequest } from './parse-request.ts'
import { readBody } from './read-body.ts'
import { aRequestTo, aStream, type Sent } from './test-requests.ts'

const limit = 16_384
const asJson = { 'Content-Type': 'application/json' }
const asForm = { 'Content-Type': 'application/x-www-form-urlencoded' }

for (const type of [
  'application/json',
  'Application/JSON; charset=utf-8',
  'application/json;charset=utf-8',
]) {
  test(`A body of the type ${type} is JSON`, async () => {
    assert.deepEqual(await parse({ body: '{"a":[1]}', headers: { 'Content-Type': type } }), {
      ok: true,
      isForm: false,
      fields: { a: [1] },
    })
  })
}

for (const type of [
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json5',
  '',
]) {
  test(`A body of the type “${type}” is refused unread`, async () => {
    assert.deepEqual(await parse({ body: '{}', headers: { 'Content-Type': type } }), {
      ok: false,
      isForm: false,
      problem: { code: 'unsupported-type' },
    })
  })
}

for (const body of ['', '{', 'null', '[]', '[{"sku":"mug"}]', '"text"', '1', '{"a":1,}', "{'a':1}"]) {
  test(`“${body}” is no JSON object, and is refused`, async () => {
    assert.deepEqual(await parse({ body, headers: asJson }), {
      ok: false,
      isForm: false,
      problem: { code: 'invalid-body' },
    })
  })
}

test('What another site sent is refused unread, and a form of it known as one', async () => {
  for (const [type, isForm] of [
    ['application/json', false],
    ['application/x-www-form-urlencoded', true],
  ] as const) {
    const { stream, taken } = aStream(1, 10)
    const headers = { 'Content-Type': type, 'Sec-Fetch-Site': 'cross-site' }

    assert.deepEqual(await parse({ body: stream, headers }), {
      ok: false,
      isForm,
      problem: { code: 'forbidden-origin' },
    })
    assert.equal(taken(), 0)
  }
})

test('Names with a meaning in JavaScript are names like all others', async () => {
  const parsed = await parse({ body: '{"__proto__":{"items":[1]},"constructor":1}', headers: asJson })

  assert.ok(parsed.ok)
  assert.equal(parsed.fields['items'], undefined)
  assert.equal(Object.getPrototypeOf(parsed.fields), Object.prototype)
})

const forms: [body: string, items: object[]][] = [
  ['sku=mug&quantity=2', [{ sku: 'mug', quantity: 2 }]],
  ['sku=mug', [{ sku: 'mug', quantity: 1 }]],
  [
    'sku=mug&quantity=2&sku=pot&quantity=3',
    [
      { sku: 'mug', quantity: 2 },
      { sku: 'pot', quantity: 3 },
    ],
  ],
  ['items[0][sku]=mug&items[0][quantity]=2', [{ sku: 'mug', quantity: 2 }]],
  ['items%5B7%5D%5Bsku%5D=mug', [{ sku: 'mug', quantity: 1 }]],
  [
    'items[1][quantity]=3&items[0][sku]=mug&items[1][sku]=pot',
    [
      { sku: 'pot', quantity: 3 },
      { sku: 'mug', quantity: 1 },
    ],
  ],
  ['items[0][quantity]=2', [{ sku: null, quantity: 2 }]],
  ['items[x][sku]=mug&items[-1][sku]=mug&items[1000][sku]=mug&items[sku]=mug', []],
  ['', []],
  ['sku=%E8%8C%B6+mug&quantity=%EF%BC%91', [{ sku: '茶 mug', quantity: '１' }]],
  ['sku=mug&quantity=1e3', [{ sku: 'mug', quantity: '1e3' }]],
  ['sku=mug&quantity=-1', [{ sku: 'mug', quantity: '-1' }]],
  ['sku=mug&quantity=', [{ sku: 'mug', quantity: '' }]],
  ['sku=mug&quantity=9999999999', [{ sku: 'mug', quantity: '9999999999' }]],
  ['sku=mug&quantity=+1', [{ sku: 'mug', quantity: ' 1' }]],
]

for (const [body, items] of forms) {
  test(`The form “${body}” has the items ${JSON.stringify(items)}`, async () => {
    const parsed = await parse({ body, headers: asForm })

    assert.ok(parsed.ok && parsed.isForm)
    assert.deepEqual(parsed.fields['items'], items)
  })
}

test('A form’s other fields are there too; what it calls items is not', async () => {
  const parsed = await parse({ form: { locale: 'zh-CN', items: 'mine', sku: 'mug' } })

  assert.ok(parsed.ok)
  assert.equal(parsed.fields['locale'], 'zh-CN')
  assert.deepEqual(parsed.fields['items'], [{ sku: 'mug', quantity: 1 }])
})

test('A body of exactly the limit is read, and one byte more is refused, declared or not', async () => {
  for (const body of [text(limit), chunked(text(limit))])
    assert.equal((await parse({ body, headers: asJson })).ok, true)
  for (const body of [text(limit + 1), chunked(text(limit + 1))])
    assert.deepEqual(await parse({ body, headers: asJson }), {
      ok: false,
      isForm: false,
      problem: { code: 'too-large' },
    })
})

test('The limit is one of bytes: Chinese counts threefold', async () => {
  const body = JSON.stringify({ a: '茶'.repeat(6000) })

  assert.equal((await parse({ body, headers: asJson })).ok, false)
})

test('What says it is too large is refused before its first byte', async () => {
  const { stream, taken } = aStream(1, 10)
  const headers = { ...asJson, 'Content-Length': String(50 * 1024 * 1024) }

  assert.deepEqual(await parse({ body: stream, headers }), {
    ok: false,
    isForm: false,
    problem: { code: 'too-large' },
  })
  assert.equal(taken(), 0)
})

test('What lies about its size is found out while it is read, and no more of it is taken', async () => {
  for (const length of ['10', '-1', 'NaN', '']) {
    const { stream, taken } = aStream(50 * 1024, 1024)

    const parsed = await parse({ body: stream, headers: { ...asForm, 'Content-Length': length } })

    assert.deepEqual(parsed, { ok: false, isForm: true, problem: { code: 'too-large' } })
    assert.ok(taken() <= 18, String(taken()))
  }
})

test('A letter that is cut in two by the network is put together again', async () => {
  const bytes = new TextEncoder().encode('茶'.repeat(10))
  const stream = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })

  assert.deepEqual(await readBody(aRequestTo('/', { body: stream }), 30), { ok: true, text: '茶'.repeat(10) })
})

test('A request without a body has an empty one', async () => {
  assert.deepEqual(await readBody(aRequestTo('/'), 10), { ok: true, text: '' })
})

function text(size: number): string {
  return `{"a":"${'x'.repeat(size - 8)}"}`
}

function chunked(body: string): ReadableStream {
  return new Blob([body]).stream()
}

function parse(sent: Sent): ReturnType<typeof parseRequest> {
  return parseRequest(aRequestTo('/', sent), 'change')
}

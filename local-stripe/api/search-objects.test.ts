import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAccount } from '../create-account.ts'
import { openDatabase } from '../store/open-database.ts'
import { readFields } from './fields.ts'
import type { Form } from './parse-form.ts'
import { productRoutes } from '../catalogue/product-routes.ts'
import { searchRoute } from './search-objects.ts'
import { StripeError } from './stripe-error.ts'

const search = searchRoute({
  path: '/v1/products/search',
  kind: 'product',
  members: { active: 'active', created: 'created', description: 'description', name: 'name', url: 'url' },
})

type Found = { data: { name: string }[]; has_more: boolean; next_page: string | null; total_count?: number }

async function shopOf(products: Form[]) {
  const database = await openDatabase(':memory:')
  let now = 1_000_000
  const account = createAccount({ database, url: 'http://127.0.0.1:1', clock: () => now * 1000 })
  const circumstances = {
    account,
    id: '',
    parent: '',
    key: 'sk_test_1',
    version: { name: '2026-10-28.endive', asked: false },
    request: { id: null, idempotency_key: null },
    expand: [],
  }
  const create = productRoutes.find(({ method, path }) => method === 'POST' && path === '/v1/products')
  for (const product of products) {
    now += 1
    create?.prepare(product)(circumstances)
  }
  /** The result of a search, or the words of its refusal. */
  const find = (form: Form, expand: string[][] = []): Found | string => {
    try {
      return search.prepare(form)({ ...circumstances, expand }) as Found
    } catch (error) {
      if (error instanceof StripeError) return error.message
      throw error
    }
  }
  const names = (query: string): string => {
    const found = find({ query })
    return typeof found === 'string' ? found : found.data.map(({ name }) => name).join()
  }
  return { find, names }
}

const mug = {
  name: 'Mug',
  description: 'A "hand-thrown" mug',
  metadata: { colour: 'red', 'the key': "it's" },
}
const cup = { name: 'Cup', description: 'Porcelain', active: 'false', metadata: { colour: 'Blue' } }
const pot = { name: 'Tea pot' }

test('A field is met by its value, whatever its case, by a part of it, by null and by what it is not.', async () => {
  const { names } = await shopOf([mug, cup, pot])
  assert.deepEqual(
    [
      'name:"MUG"',
      "name:'mug'",
      'name:mug',
      'name~"ea po"',
      'description:"A \\"hand-thrown\\" mug"',
      'description:null',
      '-description:null',
      '-name:"Mug"',
      'active:"true"',
      'active:false',
      '-active:"true"',
      'name:"Mu"',
    ].map(names),
    [
      'Mug',
      'Mug',
      'Mug',
      'Tea pot',
      'Mug',
      'Tea pot',
      'Cup,Mug',
      'Tea pot,Cup',
      'Tea pot,Mug',
      'Cup',
      'Cup',
      '',
    ],
  )
})

test('Metadata is met by key and value, numbers by comparison.', async () => {
  const { names } = await shopOf([mug, cup, pot])
  assert.deepEqual(
    [
      'metadata["colour"]:"red"',
      "metadata['colour']:'blue'",
      'metadata["the key"]:"it\'s"',
      'metadata["colour"]:null',
      '-metadata["colour"]:null',
      '-metadata["colour"]:"red"',
      'created>1000001',
      'created>=1000002 created<1000003',
      'created:1000001',
      'created<=1000002',
    ].map(names),
    ['Mug', 'Cup', 'Mug', 'Tea pot', 'Cup,Mug', 'Tea pot,Cup', 'Tea pot,Cup', 'Cup', 'Mug', 'Cup,Mug'],
  )
})

test('Clauses are joined by AND, which may be left out, or by OR, but not by both.', async () => {
  const { names } = await shopOf([mug, cup, pot])
  assert.deepEqual(
    ['name:"Mug" AND active:"true"', 'name:"Mug" active:"false"', 'name:"Mug" or name:"Cup"'].map(names),
    ['Mug', '', 'Cup,Mug'],
  )
  assert.match(names('name:"Mug" OR name:"Cup" AND active:"true"'), /^AND and OR cannot be combined/)
  assert.match(
    names(Array.from({ length: 11 }, () => 'name:"Mug"').join(' OR ')),
    /^A search query can have up to 10/,
  )
})

test('What is no query, or asks for what cannot be asked, is refused.', async () => {
  const { names } = await shopOf([mug])
  const unparsable =
    /^We were unable to parse your search query\. Try using the format `metadata\["key"\]:"value"`/
  for (const query of [
    'asdf',
    'name:',
    'name:"Mug',
    ' ',
    'name:"Mug" AND',
    '(name:"Mug")',
    'name:"Mug"active:true',
  ]) {
    assert.match(names(query), unparsable, query)
  }
  assert.equal(
    names('foo:"bar"'),
    'Field `foo` is an unsupported search field for resource `products`. See ' +
      'http://stripe.com/docs/search#query-fields-for-products for a list of supported fields.',
  )
  for (const query of [
    'created~"100"',
    'created:"soon"',
    'name>"a"',
    'name~"Mu"',
    'name>null',
    'name["x"]:"y"',
  ]) {
    assert.match(names(query), /^(?:Field|A substring|Only) /, query)
  }
  assert.equal(names('name:"%27; DROP TABLE objects; --"'), '')
})

test('A search comes in pages with tokens, and counts itself when it is asked to.', async () => {
  const { find } = await shopOf(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })))
  const query = 'active:"true"'
  let page = ''
  const names: string[][] = []
  do {
    const found = find({ query, limit: '2', ...(page && { page }) }, [['total_count']])
    assert.ok(typeof found === 'object')
    assert.equal(found.total_count, 5)
    assert.equal(found.has_more, found.next_page !== null)
    names.push(found.data.map(({ name }) => name))
    page = found.next_page ?? ''
  } while (page !== '')
  assert.deepEqual(names, [['e', 'd'], ['c', 'b'], ['a']])
  assert.equal(find({ query, page: 'nonsense' }), 'Invalid page: nonsense')
  assert.equal('total_count' in Object(find({ query })), false)
  assert.throws(() => readFields({ form: {}, fields: search.fields }), /Missing required param: query\./)
})

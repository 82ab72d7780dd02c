import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressLines } from './address-lines.ts'

const hangzhou = {
  name: '王芳',
  line1: '文三路 90 号',
  line2: '3 幢 502',
  city: '杭州市',
  state: '浙江省',
  postalCode: '310012',
  country: 'CN',
}
const nothing = {
  name: null,
  line1: null,
  line2: null,
  city: null,
  state: null,
  postalCode: null,
  country: null,
}

test('A Chinese reader’s address in China goes from the largest to the smallest', () => {
  assert.deepEqual(addressLines(hangzhou, 'zh-CN'), [
    '中国浙江省杭州市',
    '文三路 90 号3 幢 502',
    '310012',
    '王芳',
  ])
})

test('Any other goes from the smallest to the largest, with the country in the reader’s language', () => {
  const there = {
    ...nothing,
    name: 'Jo Hay',
    line1: '1 Main St',
    city: 'Portland',
    state: 'OR',
    postalCode: '97201',
    country: 'US',
  }

  assert.deepEqual(addressLines(there, 'en'), ['Jo Hay', '1 Main St', 'Portland, OR 97201', 'United States'])
  assert.equal(addressLines(there, 'zh-CN').at(-1), '美国')
  assert.equal(addressLines(hangzhou, 'en').at(-1), 'China')
})

test('A country that has no code stands as it came', () => {
  for (const country of ['USA', 'us', '中国', '🇺🇸', '1'])
    assert.deepEqual(addressLines({ ...nothing, country }, 'en'), [country])
})

test('What nobody told leaves no empty line', () => {
  assert.deepEqual(addressLines(nothing, 'en'), [])
  assert.deepEqual(addressLines({ ...nothing, city: 'Berlin', country: 'DE' }, 'en'), ['Berlin', 'Germany'])
  assert.deepEqual(addressLines({ ...nothing, country: 'CN' }, 'zh-CN'), ['中国'])
})

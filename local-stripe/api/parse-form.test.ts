import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listItems, parseForm } from './parse-form.ts'

function plain(text: string): unknown {
  return JSON.parse(JSON.stringify(parseForm(text)))
}

test('Brackets nest, escaped or not.', () => {
  const nested = { a: { b: { 0: { c: '1' } } } }
  assert.deepEqual(plain('a[b][0][c]=1'), nested)
  assert.deepEqual(plain('a%5Bb%5D%5B0%5D%5Bc%5D=1'), nested)
})

test('A blank is a plus or %20.', () => {
  assert.deepEqual(plain('a=one+two&b=one%20two&c=1%2B1'), { a: 'one two', b: 'one two', c: '1+1' })
})

test('Empty brackets count up.', () => {
  assert.deepEqual(plain('a[]=x&a[]=y'), { a: { 0: 'x', 1: 'y' } })
})

test('Empty brackets with names begin a new element where a name repeats.', () => {
  assert.deepEqual(plain('a[][x]=1&a[][y]=2&a[][x]=3'), { a: { 0: { x: '1', y: '2' }, 1: { x: '3' } } })
})

test('A list is an object whose keys are numbers.', () => {
  assert.deepEqual(listItems(parseForm('0=a&1=b')), [
    ['0', 'a'],
    ['1', 'b'],
  ])
  assert.equal(listItems(parseForm('x=a')), null)
})

test('The names of object prototypes are names like any other.', () => {
  const form = parseForm('__proto__[polluted]=1&constructor=2')
  assert.equal(Reflect.get({}, 'polluted'), undefined)
  assert.deepEqual(Object.keys(form), ['__proto__', 'constructor'])
})

test('What is no form is refused.', () => {
  for (const text of [
    '{"a":1}[',
    'a[b=1',
    'a]b[=1',
    '[a]=1',
    'a=%zz',
    `a${'[b]'.repeat(20)}=1`,
    'a=1&a[b]=2',
  ]) {
    assert.throws(() => parseForm(text), /Invalid/, text)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepPictures } from './keep-pictures.ts'

const picture = (name: string) => () => Promise.resolve(Buffer.from(name))

test('A picture that is kept or being drawn is not drawn again', async () => {
  const pictures = keepPictures()
  const drawn = pictures.draw('mug', picture('mug'))

  assert.equal(pictures.find('mug'), drawn)
  assert.equal(String(await pictures.find('mug')), 'mug')
})

test('Of more pictures than there is room for, those that nobody asked for are forgotten', async () => {
  const pictures = keepPictures(2)
  await pictures.draw('mug', picture('mug'))
  await pictures.draw('bowl', picture('bowl'))
  await pictures.find('mug')
  await pictures.draw('vase', picture('vase'))

  assert.deepEqual(
    ['mug', 'bowl', 'vase'].map((name) => pictures.find(name) !== undefined),
    [true, false, true],
  )
})

test('Pictures are drawn one after the other, and one that fails is not kept and holds up no other', async () => {
  const pictures = keepPictures()
  const { promise: brush, resolve: lift } = Promise.withResolvers<void>()
  const begun: string[] = []
  const first = pictures.draw('first', async () => {
    begun.push('first')
    await brush
    throw new Error('no paint')
  })
  const second = pictures.draw('second', () => {
    begun.push('second')
    return picture('second')()
  })
  await Promise.resolve()
  assert.deepEqual(begun, ['first'])
  lift()

  await assert.rejects(first, /no paint/)
  assert.equal(String(await second), 'second')
  assert.equal(pictures.find('first'), undefined)
})

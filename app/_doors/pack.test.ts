import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { pack, packingFor } from './pack.ts'

const packings = [
  [undefined, 'identity'],
  ['', 'identity'],
  ['deflate', 'identity'],
  ['gzip, deflate', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['BR;q=0.1,GZIP', 'br'],
  ['br;q=0, gzip;q=1.0', 'gzip'],
  ['gzip ; q=0.000, identity', 'identity'],
  ['brotli, gzipped', 'identity'],
] as const

for (const [accepted, packing] of packings) {
  test(`Whoever accepts “${accepted}” gets ${packing}`, () => assert.equal(packingFor(accepted), packing))
}

test('What is packed is unpacked to what it was', async () => {
  const page = Buffer.from('<p>茶 tea</p>'.repeat(100))

  assert.deepEqual(brotliDecompressSync(await pack(page, 'br')), page)
  assert.deepEqual(gunzipSync(await pack(page, 'gzip')), page)
  assert.deepEqual(await pack(page, 'identity'), page)
})

// What a page is packed with on its way: the best that its browser says it can unpack.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Packing = 'br' | 'gzip' | 'identity'

const brotli = {
  // Five times as fast as the default, and hardly longer.
  [constants.BROTLI_PARAM_QUALITY]: 5,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
}

/** The packing for a browser whose Accept-Encoding is `accepted`. */
export function packingFor(accepted: string | undefined): Packing {
  const choices = (accepted ?? '').toLowerCase().split(/\s*,\s*/)
  const names = new Set(choices.filter((choice) => !/;\s*q=0(\.0*)?$/.test(choice)).map(nameOf))
  return (['br', 'gzip'] as const).find((packing) => names.has(packing)) ?? 'identity'
}

/** `body`, packed, while others are served. */
export async function pack(body: Buffer, packing: Packing): Promise<Buffer> {
  switch (packing) {
    case 'br':
      return promisify(brotliCompress)(body, { params: brotli })
    case 'gzip':
      return promisify(gzip)(body)
    case 'identity':
      return body
  }
}

function nameOf(choice: string): string {
  return choice.split(';', 1)[0]?.trim() ?? ''
}

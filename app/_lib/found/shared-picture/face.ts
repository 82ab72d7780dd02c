// The face that shared pictures are written in: Latin and the Chinese characters of daily use. What it lacks must not reach
// the drawing: that would ask a font service on the internet for it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

const file = 'node_modules/@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff'

export interface Face {
  readonly font: { readonly name: string; readonly data: Buffer }
  readonly characters: ReadonlySet<number>
}

let face: Promise<Face> | undefined

/** The face, read from its package the first time. */
export function loadFace(): Promise<Face> {
  face ??= readFile(join(process.cwd(), file)).then((data) => ({
    font: { name: 'ZCOOL XiaoWei', data },
    characters: charactersOf(characterMap(data)),
  }))
  return face
}

/** `text` without what the face lacks; where it lacks an accent alone, with the bare letter. */
export function writable(text: string, { characters }: Pick<Face, 'characters'>): string {
  const has = (character: string) => characters.has(character.codePointAt(0) ?? 0)
  return Array.from(text.normalize('NFC'))
    .map((character) => [character, ...Array.from(character.normalize('NFKD'))].find(has) ?? '')
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

// A WOFF file is a list of tables, each perhaps compressed. https://www.w3.org/TR/WOFF/#TableDirectory
function characterMap(woff: Buffer): Buffer {
  for (let entry = 44; entry < 44 + 20 * woff.readUInt16BE(12); entry += 20) {
    if (woff.toString('latin1', entry, entry + 4) !== 'cmap') continue
    const [offset, length, fullLength] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field))
    const table = woff.subarray(offset, (offset ?? 0) + (length ?? 0))
    return length === fullLength ? table : inflateSync(table)
  }
  throw new Error('the face has no map of its characters')
}

// Ranges of characters: all their ends, two bytes, all their beginnings.
// https://learn.microsoft.com/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values
function charactersOf(map: Buffer): Set<number> {
  const table = map.readUInt32BE(8)
  if (map.readUInt16BE(table) !== 4) throw new Error('the face maps its characters in another format')
  const size = map.readUInt16BE(table + 6)
  const characters = new Set<number>()
  for (let segment = 0; segment < size; segment += 2) {
    const last = map.readUInt16BE(table + 14 + segment)
    const first = map.readUInt16BE(table + 16 + size + segment)
    for (let character = first; character <= last && character < 0xffff; character += 1) {
      characters.add(character)
    }
  }
  return characters
}

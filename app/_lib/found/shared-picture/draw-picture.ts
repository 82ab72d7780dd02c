// Draws a shared picture. Only the setting of the words holds up the process, for a few milliseconds; the rest is done by
// sharp, in threads of its own.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import sharp from 'sharp'
import { colours } from '#domain/look/tokens'
import { type Face, loadFace, writable } from './face.ts'
import { layout, photoWidth } from './layout.tsx'
import { pictureSize } from './picture-size.ts'
import type { PictureWords } from './picture-words.ts'

const { width, height } = pictureSize

export interface Picture {
  readonly words: PictureWords
  /** Path of its photograph in public/. */
  readonly photo: string
}

/** A JPEG. Throws when the photograph or the face cannot be read. */
export async function drawPicture({ words, photo }: Picture): Promise<Buffer<ArrayBuffer>> {
  const [text, photograph] = await Promise.all([drawWords(words), cutPhoto(photo)])
  const picture = await sharp({ create: { width, height, channels: 3, background: colours.paper.light } })
    .composite([
      { input: photograph, left: width - photoWidth, top: 0 },
      { input: text, left: 0, top: 0 },
    ])
    .jpeg({ quality: 84 })
    .toBuffer()
  return Buffer.from(picture)
}

async function drawWords(words: PictureWords): Promise<Buffer> {
  const [face, icon] = await Promise.all([loadFace(), readFile(inPublic('icon-192.png'))])
  const element = layout(writableWords(words, face), `data:image/png;base64,${icon.toString('base64')}`)
  const drawn = new ImageResponse(element, { width: width - photoWidth, height, fonts: [face.font] })
  return Buffer.from(await drawn.arrayBuffer())
}

function writableWords({ sign, title, line, price, was }: PictureWords, face: Face): PictureWords {
  const write = (text: string) => writable(text, face)
  return { sign: write(sign), title: write(title), line: write(line), price: write(price), was: write(was) }
}

function cutPhoto(photo: string): Promise<Buffer> {
  return sharp(inPublic(photo)).resize(photoWidth, height, { fit: 'cover' }).toBuffer()
}

function inPublic(path: string): string {
  return join(process.cwd(), 'public', path)
}

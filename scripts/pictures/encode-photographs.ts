// Turns the PNGs that render.py made into the photographs that the shop keeps: NAME.png becomes public/products/NAME.jpg,
// hero.png public/hero.jpg. By hand: node scripts/pictures/encode-photographs.ts FOLDER_OF_PNGS
import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'

const backdrop = '#f3efe8'
const shapes = {
  // On cards side by side, all of them meet in the same tone.
  card: { width: 960, limit: 60_000, even: true, speckled: false },
  // A close-up or a scene goes on beyond its frame. What is out of focus in it has specks, unless it is rendered for long.
  view: { width: 960, limit: 120_000, even: false, speckled: true },
  hero: { width: 1536, limit: 160_000, even: false, speckled: false },
}

const [source] = process.argv.slice(2)
if (!source) {
  console.error('usage: node scripts/pictures/encode-photographs.ts FOLDER_OF_PNGS')
  process.exit(1)
}
for (const name of readdirSync(source).toSorted())
  if (name.endsWith('.png')) await encodePhotograph(join(source, name))

async function encodePhotograph(file: string): Promise<void> {
  const stem = basename(file, '.png')
  const { width, limit, even, speckled } = shapes[shapeOf(stem)]
  const rendered = sharp(file).removeAlpha()
  const clean = speckled ? sharp(await rendered.median(3).png().toBuffer()) : rendered
  const picture = clean.resize({ width, kernel: 'lanczos3' })
  picture.sharpen({ sigma: 0.6, m1: 0, m2: 1.2 })
  if (even) picture.composite([{ input: fadingFrame(width) }])
  const bytes = await encodeWithin(picture, limit)
  const path = join(import.meta.dirname, '../../public', stem === 'hero' ? '' : 'products', `${stem}.jpg`)
  await writeFile(path, bytes)
  console.log(`${stem}\t${bytes.length}`)
}

function shapeOf(stem: string): keyof typeof shapes {
  if (stem === 'hero') return 'hero'
  return /-(detail|scale)$/.test(stem) ? 'view' : 'card'
}

/** The best quality, from a start downwards, whose file is small enough. */
async function encodeWithin(picture: Sharp, limit: number, quality = 88): Promise<Buffer> {
  const bytes = await picture.clone().jpeg({ quality, mozjpeg: true }).toBuffer()
  const isSmallEnough = bytes.length <= limit || quality <= 30
  return isSmallEnough ? bytes : encodeWithin(picture, limit, quality - 4)
}

/** A frame that fades into the backdrop's colour. */
function fadingFrame(width: number): Buffer {
  const stops = [
    [0, 1],
    [0.25, 0.75],
    [0.6, 0.22],
    [1, 0],
  ].map(
    ([offset, opacity]) => `<stop offset="${offset}" stop-color="${backdrop}" stop-opacity="${opacity}"/>`,
  )
  const [middle, depth] = [width / 2, 0.07 * width]
  const sides = [0, 90, 180, 270].map(
    (turn) =>
      `<rect width="${width}" height="${depth}" fill="url(#fade)" transform="rotate(${turn} ${middle} ${middle})"/>`,
  )
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}">
    <linearGradient id="fade" x2="0" y2="1">${stops.join('')}</linearGradient>${sides.join('')}</svg>`)
}

// Turns the PNGs that render.py made into the files that the pages use.
//
//   node scripts/pictures/encode.mjs FOLDER_OF_PNGS
//
// NAME.png becomes public/products/NAME-480.avif, -960.avif and -960.jpg;
// hero.png becomes public/hero-768.avif, -1536.avif and -1536.jpg.
// It needs the package "sharp".
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

const BACKDROP = '#f3efe8'
const PUBLIC = path.resolve(import.meta.dirname, '../../public')
const HERO = { folder: PUBLIC, even: false, widths: [768, 1536], avif: [35_000, 60_000], jpg: 160_000 }
const PRODUCT = {
  folder: path.join(PUBLIC, 'products'),
  even: true,
  widths: [480, 960],
  avif: [8_000, 20_000],
  jpg: 60_000,
}

const formats = {
  avif: (image, quality) => image.avif({ quality, effort: 5, chromaSubsampling: '4:4:4' }),
  jpg: (image, quality) => image.jpeg({ quality, mozjpeg: true }),
}

/** A frame that fades into the backdrop's colour, so that all cards meet in the same tone. */
function fadingFrame(width) {
  const stops = [
    [0, 1],
    [0.25, 0.75],
    [0.6, 0.22],
    [1, 0],
  ]
    .map(
      ([offset, opacity]) => `<stop offset="${offset}" stop-color="${BACKDROP}" stop-opacity="${opacity}"/>`,
    )
    .join('')
  const depth = 0.07 * width
  const sides = [0, 90, 180, 270].map(
    (turn) =>
      `<rect width="${width}" height="${depth}" fill="url(#fade)" transform="rotate(${turn} ${width / 2} ${width / 2})"/>`,
  )
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}">
    <linearGradient id="fade" x2="0" y2="1">${stops}</linearGradient>${sides.join('')}</svg>`)
}

/** The best quality, from a start downwards, whose file is small enough; `pixels` makes a fresh pipeline. */
async function encodeWithin({ limit, pixels, format, quality }) {
  const bytes = await formats[format](pixels(), quality).toBuffer()
  const isSmallEnough = bytes.length <= limit || quality <= 30
  return isSmallEnough ? bytes : encodeWithin({ limit, pixels, format, quality: quality - 4 })
}

async function save(folder, name, bytes) {
  await writeFile(path.join(folder, name), bytes)
  console.log(`${name}\t${bytes.length}`)
}

async function encode(file) {
  const name = path.basename(file, '.png')
  const { folder, even, widths, avif, jpg } = name === 'hero' ? HERO : PRODUCT
  await mkdir(folder, { recursive: true })
  const sized = (width) => () => {
    const image = sharp(file).removeAlpha().resize({ width, kernel: 'lanczos3' })
    image.sharpen({ sigma: 0.6, m1: 0, m2: 1.2 })
    return even ? image.composite([{ input: fadingFrame(width) }]) : image
  }
  for (const [i, width] of widths.entries()) {
    const bytes = await encodeWithin({ limit: avif[i], pixels: sized(width), format: 'avif', quality: 72 })
    await save(folder, `${name}-${width}.avif`, bytes)
  }
  const widest = widths.at(-1)
  const bytes = await encodeWithin({ limit: jpg, pixels: sized(widest), format: 'jpg', quality: 88 })
  await save(folder, `${name}-${widest}.jpg`, bytes)
}

const source = process.argv[2]
if (!source) {
  console.error('usage: node encode.mjs FOLDER_OF_PNGS')
  process.exit(1)
}
for (const file of (await readdir(source)).filter((entry) => entry.endsWith('.png')).toSorted()) {
  await encode(path.join(source, file))
}

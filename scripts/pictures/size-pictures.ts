// Makes the sizes in which pages show the photographs, by app/_lib/photo-path.ts. `next build` needs none of them, but what
// serves the shop must find them. By hand: node scripts/pictures/size-pictures.ts
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp, { type Sharp } from 'sharp'
import { photoFormats, photoWidths, sizedName } from '../../app/_lib/photo-path.ts'

// The first start waits for this: more effort takes twice the time and saves a twentieth of the bytes.
const encodings = {
  avif: { quality: 58, effort: 1, chromaSubsampling: '4:2:0' },
  webp: { quality: 80, effort: 2 },
}

interface Photograph {
  readonly file: string
  readonly stem: string
  readonly widths: readonly number[]
  /** What its sizes are made of. */
  readonly hash: string
}

/** Makes the sizes of all photographs in `folder` that are missing or of another photograph. Gives how many were due. */
export async function sizePictures(folder = 'public'): Promise<number> {
  const sized = join(folder, 'products', 'sized')
  const stamp = join(sized, '.made-of')
  const photographs = findPhotographs(folder)
  const made = readStamp(stamp)
  const due = photographs.filter((each) => made[each.stem] !== each.hash || !hasSizes(each, sized))
  if (due.length === 0) return 0
  await mkdir(sized, { recursive: true })
  await removeHalves(sized)
  const waiting = due.values()
  await Promise.all(Array.from({ length: availableParallelism() }, () => sizeEach(waiting, sized)))
  await write(stamp, JSON.stringify(Object.fromEntries(photographs.map(({ stem, hash }) => [stem, hash]))))
  return due.length
}

function findPhotographs(folder: string): Photograph[] {
  const products = join(folder, 'products')
  const files = readdirSync(products).filter((name) => name.endsWith('.jpg'))
  const hero = join(folder, 'hero.jpg')
  return [
    ...files.map((name) => photograph(join(products, name), photoWidths.product)),
    ...(existsSync(hero) ? [photograph(hero, photoWidths.hero)] : []),
  ]
}

function photograph(file: string, widths: readonly number[]): Photograph {
  const hash = createHash('sha256')
    .update(JSON.stringify([widths, encodings]))
    .update(readFileSync(file))
  return { file, stem: basename(file, '.jpg'), widths, hash: hash.digest('hex') }
}

function readStamp(stamp: string): Partial<Record<string, string>> {
  return existsSync(stamp) ? (JSON.parse(readFileSync(stamp, 'utf8')) as Record<string, string>) : {}
}

function hasSizes({ stem, widths }: Photograph, sized: string): boolean {
  return widths.every((width) =>
    photoFormats.every((format) => existsSync(join(sized, sizedName(stem, width, format)))),
  )
}

async function sizeEach(waiting: Iterable<Photograph>, sized: string): Promise<void> {
  for (const each of waiting)
    await size(each, sized).catch((cause: unknown) => {
      throw new Error(`${each.file} could not be made into sizes`, { cause })
    })
}

async function size({ file, stem, widths }: Photograph, sized: string): Promise<void> {
  const picture = sharp(file)
  for (const width of widths) {
    const resized = await resize(picture, width)
    for (const format of photoFormats)
      await write(join(sized, sizedName(stem, width, format)), await encode(resized, format))
  }
}

// Decoded and resized once, for both formats.
async function resize(picture: Sharp, width: number): Promise<Sharp> {
  const { data, info } = await picture.clone().resize({ width }).raw().toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: info })
}

function encode(picture: Sharp, format: keyof typeof encodings): Promise<Buffer> {
  return picture.clone().toFormat(format, encodings[format]).toBuffer()
}

// Under another name until it is whole: no page shows half a picture, and two may work at once.
async function write(path: string, content: string | Buffer): Promise<void> {
  const half = `${path}.${process.pid}.half`
  await writeFile(half, content)
  await rename(half, path)
}

// What an interrupted run left. Nobody writes on one file for a minute.
async function removeHalves(sized: string): Promise<void> {
  const halves = readdirSync(sized).filter((name) => name.endsWith('.half'))
  for (const path of halves.map((name) => join(sized, name))) {
    const { mtimeMs = Infinity } = statSync(path, { throwIfNoEntry: false }) ?? {}
    if (mtimeMs < Date.now() - 60_000) await rm(path, { force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await sizePictures())

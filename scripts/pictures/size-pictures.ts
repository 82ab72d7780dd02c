// Makes the sizes in which pages show the photographs, by app/_lib/photo-path.ts. `next build` needs none of
// them, but a server knows only those that are there when it starts. By hand:
// node scripts/pictures/size-pictures.ts
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { photoWidths, plainWidths, previewName, previewWidths, sizedName } from '../../app/_lib/photo-path.ts'

// The first start waits for this: more effort takes twice the time and saves a twentieth of the bytes.
const avif = { quality: 72, effort: 1 } as const
const webp = { quality: 84, effort: 2 } as const
const preview = { quality: 40, effort: 6 } as const

type Kind = keyof typeof previewWidths

interface Size {
  readonly name: string
  readonly width: number
  readonly format: 'avif' | 'webp'
  readonly encoding: typeof avif | typeof webp | typeof preview
}

interface Photograph {
  readonly file: string
  readonly stem: string
  readonly sizes: readonly Size[]
  /** What its sizes are made of. */
  readonly hash: string
}

/** Makes the sizes of all photographs in `folder` that are missing or of another photograph. Gives how many were due. */
export async function sizePictures(folder = 'public'): Promise<number> {
  const sized = join(folder, 'sized')
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
    ...files.map((name) => photograph(join(products, name), 'product')),
    ...(existsSync(hero) ? [photograph(hero, 'hero')] : []),
  ]
}

function photograph(file: string, kind: Kind): Photograph {
  const stem = basename(file, '.jpg')
  const sizes = sizesOf(stem, kind)
  const hash = createHash('sha256').update(JSON.stringify(sizes)).update(readFileSync(file))
  return { file, stem, sizes, hash: hash.digest('hex') }
}

function sizesOf(stem: string, kind: Kind): Size[] {
  return [
    ...photoWidths[kind].map(
      (width) => ({ name: sizedName(stem, width, 'avif'), width, format: 'avif', encoding: avif }) as const,
    ),
    ...plainWidths[kind].map(
      (width) => ({ name: sizedName(stem, width, 'webp'), width, format: 'webp', encoding: webp }) as const,
    ),
    { name: previewName(stem), width: previewWidths[kind], format: 'webp', encoding: preview },
  ]
}

function readStamp(stamp: string): Partial<Record<string, string>> {
  return existsSync(stamp) ? (JSON.parse(readFileSync(stamp, 'utf8')) as Record<string, string>) : {}
}

function hasSizes({ sizes }: Photograph, sized: string): boolean {
  return sizes.every(({ name }) => existsSync(join(sized, name)))
}

async function sizeEach(waiting: Iterable<Photograph>, sized: string): Promise<void> {
  for (const each of waiting)
    await size(each, sized).catch((cause: unknown) => {
      throw new Error(`${each.file} could not be made into sizes`, { cause })
    })
}

async function size({ file, sizes }: Photograph, sized: string): Promise<void> {
  const picture = sharp(file)
  for (const { name, width, format, encoding } of sizes)
    await write(
      join(sized, name),
      await picture.clone().resize({ width }).toFormat(format, encoding).toBuffer(),
    )
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

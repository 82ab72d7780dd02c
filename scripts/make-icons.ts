// The icons: public/icon.svg in the shop's colours, and what home screens take, made out of it. A build makes them when the
// colours have changed; after the drawing has: `node scripts/make-icons.ts`.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { type Colours, colours } from '../domain/look/tokens.ts'

const file = 'public/icon.svg'

/** Makes the icons when the sign has other colours than the shop. */
export async function paintIcons(): Promise<void> {
  const sign = readFileSync(file, 'utf8')
  if (paint(sign, colours) !== sign) await makeIcons()
}

/** The sign, its ground in the accent and its lines in the paper's colour. */
export function paint(sign: string, { accent, paper }: Pick<Colours, 'accent' | 'paper'>): string {
  return sign.replace(/(?<= fill=")#\w+/, accent.light).replace(/(?<= stroke=")#\w+/, paper.light)
}

async function makeIcons(): Promise<void> {
  const sign = paint(readFileSync(file, 'utf8'), colours)
  const icon = (size: number) =>
    sharp(Buffer.from(sign), { density: 2 * size })
      .resize(size, size)
      .png({ palette: true, effort: 10 })
  for (const size of [192, 512]) await icon(size).toFile(`public/icon-${size}.png`)
  // A telephone rounds the corners itself.
  await icon(180).flatten({ background: colours.accent.light }).toFile('public/apple-touch-icon.png')
  writeFileSync(file, sign)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await makeIcons()

// Makes the icons for home screens out of public/icon.svg: `node scripts/make-icons.ts`, after the sign has changed.
import { readFileSync } from 'node:fs'
import sharp from 'sharp'

const sign = readFileSync('public/icon.svg')
// The ground that the sign is drawn on: a telephone rounds the corners itself.
const ground = '#b23a26'

for (const size of [192, 512]) await icon(size).toFile(`public/icon-${size}.png`)
await icon(180).flatten({ background: ground }).toFile('public/apple-touch-icon.png')

function icon(size: number) {
  return sharp(sign, { density: 2 * size })
    .resize(size, size)
    .png({ palette: true, effort: 10 })
}

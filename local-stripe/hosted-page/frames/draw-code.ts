// A picture that looks like a QR code and is none: no telephone is to leave for an address on this machine.
import { createHash } from 'node:crypto'
import { html, type Html } from '../html.ts'

const size = 25
const corner = 7

/** The picture for a text, always the same for the same. */
export function drawCode(text: string): Html {
  const bits = createHash('sha512').update(text).digest()
  const cells = Array.from({ length: size * size }, (_, index) => ({
    x: index % size,
    y: Math.floor(index / size),
  }))
  const dark = cells.filter(({ x, y }) => inCorner(x, y) ?? isSet(bits, x * size + y))
  const path = dark.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join('')
  return html`<svg viewBox="-2 -2 29 29" width="200" height="200" role="img" aria-label="QR">
    <rect x="-2" y="-2" width="29" height="29" fill="#fff" />
    <path d="${path}" fill="#000" shape-rendering="crispEdges" />
  </svg>`
}

/** Whether a cell of one of the three squares is dark; null outside of them. */
function inCorner(x: number, y: number): boolean | null {
  const [across, down] = [Math.min(x, size - 1 - x), Math.min(y, size - 1 - y)]
  const fourth = x > size / 2 && y > size / 2
  if (fourth || across > corner || down > corner) return null
  const ring = Math.max(Math.abs(across - 3), Math.abs(down - 3))
  return ring === 3 || ring < 2
}

function isSet(bits: Buffer, index: number): boolean {
  return ((bits[index % bits.length] ?? 0) >> (Math.floor(index / bits.length) % 8)) % 2 === 1
}

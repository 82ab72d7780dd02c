// The shop on a home screen. Whoever puts it there reads one of its languages; the file does not know which.
import type { MetadataRoute } from 'next'
import { colours } from '#domain/look/tokens'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Kiosk · 小铺',
    short_name: 'Kiosk · 小铺',
    start_url: '/',
    display: 'browser',
    background_color: colours.paper.light,
    theme_color: colours.paper.light,
    icons: [icon(192), icon(512), { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}

function icon(size: number) {
  return { src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' }
}

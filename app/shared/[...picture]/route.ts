// The pictures that are shown where addresses of the shop are shared. Whoever asks gets a picture: when one cannot be drawn
// now, the photograph alone.
import { secondsToWait } from '../../_doors/seconds-to-wait.ts'
import { drawPicture, type Picture } from '../../_lib/found/shared-picture/draw-picture.ts'
import { findPicture, shopPhoto } from '../../_lib/found/shared-picture/find-picture.ts'
import { type Drawn, keepPictures } from '../../_lib/found/shared-picture/keep-pictures.ts'

const pictures = keepPictures()

/** A JPEG of 1200 by 630 pixels; 404 for what the shop does not have. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ picture: string[] }> },
): Promise<Response> {
  let photo = shopPhoto
  try {
    const picture = await findPicture((await params).picture)
    if (!picture) return new Response(null, { status: 404 })
    ;({ photo } = picture)
    const drawn = await keptOrDrawn(picture, request)
    if (drawn)
      return new Response(drawn, {
        headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'public, max-age=86400' },
      })
  } catch (error) {
    console.error('a shared picture cannot be drawn', error)
  }
  return new Response(null, { status: 302, headers: { Location: photo, 'Cache-Control': 'no-store' } })
}

function keptOrDrawn(picture: Picture, request: Request): Drawn | undefined {
  const name = JSON.stringify(picture)
  const kept = pictures.find(name)
  if (kept || secondsToWait('draw', request.headers) > 0) return kept
  return pictures.draw(name, () => drawPicture(picture))
}

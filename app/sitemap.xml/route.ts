import { sitemapIndex } from '../_lib/found/sitemap.ts'
import { streamXml } from '../_lib/found/stream-xml.ts'

/** The index of the sitemap, with the addresses of its parts. */
export function GET(request: Request): Promise<Response> {
  return streamXml(request, sitemapIndex())
}

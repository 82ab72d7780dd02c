import { pagesSitemap, productsSitemap } from '../../_lib/found/sitemap.ts'
import { streamXml } from '../../_lib/found/stream-xml.ts'

// An id is no larger than 2147483647.
const products = /^products-([1-9]\d{0,5})\.xml$/

/** A part of the sitemap: pages.xml, products-1.xml and so on. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ shard: string }> },
): Promise<Response> {
  const { shard } = await params
  if (shard === 'pages.xml') return streamXml(request, pagesSitemap())
  const [, number] = products.exec(shard) ?? []
  if (number === undefined || Number(number) > 400_000) return new Response(null, { status: 404 })
  return streamXml(request, productsSitemap(Number(number)))
}

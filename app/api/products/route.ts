// The product feed: one entry for each variant, in pages.
import type { VariantOfProduct } from '#domain/catalogue/product'
import { fullName } from '#domain/catalogue/product'
import { listVariants } from '#domain/catalogue/product-store'
import { isSku } from '#domain/cart/cart'
import { marketOf } from '../../_lib/market.ts'
import { problemOfError, problemResponse } from '../../_lib/requests/problem.ts'

const pageSize = 100

/** Up to 100 entries in the order of their skus; `next` is the address of those after them, or null. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const { locale } = marketOf(request, { locale: searchParams.get('locale') })
  const after = searchParams.get('after') ?? ''
  if (after && !isSku(after)) return problemResponse({ code: 'invalid-cursor' }, locale)
  try {
    const variants = await listVariants({ after, limit: pageSize })
    const last = variants.length === pageSize ? variants.at(-1) : undefined
    const products = variants.map((variant) => entryOf(variant, locale))
    if (last) searchParams.set('after', last.sku)
    return Response.json(
      { products, next: last ? `/api/products?${searchParams}` : null },
      { headers: { Vary: 'Accept-Language, Cookie' } },
    )
  } catch (error) {
    return problemResponse(problemOfError(error), locale)
  }
}

function entryOf(variant: VariantOfProduct, locale: 'en' | 'zh-CN') {
  const { sku, slug, prices, available } = variant
  return {
    sku,
    slug,
    name: fullName(variant)[locale],
    prices: Object.entries(prices).map(([currency, amount]) => ({ currency, amount })),
    available: available > 0,
  }
}

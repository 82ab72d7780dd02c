// A shopper, a crawler and somebody with an order: every kind of list there is, some pages deep.
import { DatabaseSync } from 'node:sqlite'
import { sendWell } from './send-many.ts'
import type { FilledShop } from './filled-shop.ts'

const pagesDeep = 5
const lists = [
  '/en',
  '/zh-CN/collections/all',
  '/en/collections/shelf-1',
  '/en/collections/all?sort=newest',
  '/en/collections/all?sort=price-up',
  '/zh-CN/collections/all?sort=price-down',
  '/en/collections/all?in-stock=1&on-sale=1',
  '/en/collections/shelf-2?sort=price-up&from=20&to=30',
  // Nothing is as dear as this.
  '/en/collections/all?from=90000',
  '/en/search?q=mug',
  '/en/search?q=porcelain+mug',
  '/zh-CN/search?q=%E6%9D%AF',
  '/zh-CN/search?q=%E7%99%BD%E7%93%B7+100',
  '/en/search?q=makebei',
  '/en/search?q=nothing+has+this+name',
  '/sitemap.xml',
  '/api/products',
  '/feed.xml',
]

/** Asks for all of them in turn, and follows each to the pages after it. */
export async function browseLists({ url, file }: Pick<FilledShop, 'url' | 'file'>): Promise<void> {
  for (const path of [...lists, ...orderPages(file)]) {
    let next: string | null = path
    for (let page = 0; page < pagesDeep && next !== null; page += 1) {
      const { body } = await sendWell({ url: url + next })
      next = nextOf(body)
    }
  }
}

/** The path that a list names as the one after it: a link with `after`, or JSON's `next`. */
function nextOf(body: string): string | null {
  const [, link, next] = /href="([^"]*[?&;]after=[^"]*)"|"next":"([^"]+)"/.exec(body) ?? []
  const path = (link ?? next)?.replaceAll('&amp;', '&')
  return path === undefined
    ? null
    : new URL(path, 'http://shop').pathname + new URL(path, 'http://shop').search
}

function orderPages(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = database.prepare('SELECT "token" FROM "Order" WHERE "payment" = \'paid\' LIMIT 5').all()
  database.close()
  return rows.map(({ token }) => `/en/orders/${String(token)}`)
}

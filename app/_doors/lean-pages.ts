// The pages that Next.js makes, on their way out: without React where nothing needs it, with their style sheet in them, and packed
// here, for only here they are whole. Streams and files pass as they come.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate as breathe } from 'node:timers/promises'
import { settings } from '#env'
import { pagePolicy, policyHeader } from './content-security-policy.ts'
import { holdPage } from './hold-page.ts'
import type { Listener } from './kept-answers.ts'
import { isNeedless } from './needless-modules.ts'
import { pack, type Packing, packingFor } from './pack.ts'
import { styleSheets } from './style-sheets.ts'
import { withWords } from './with-words.ts'
import { withoutRuntime } from './without-runtime.ts'

const pageAddress = /^\/(?!api\/|_next\/|pay\/)[^.?]*(?:\?|$)/

/**
 * What `listener` answers, but its pages without React where they work without, with their style sheet in them, and packed for
 * who asks.
 */
export function sendingLean(listener: Listener, isWithout = isNeedless, sheets = styleSheets()): Listener {
  return (request, response) => {
    if (isPage(request)) {
      const packing = packingFor(request.headers['accept-encoding'])
      // Next.js would pack it before it can be looked at.
      delete request.headers['accept-encoding']
      holdPage(response, async (page) => {
        // To make a page is a piece of work, and so is to make it lean: others are served between the two.
        await breathe()
        const html = response.statusCode < 500 ? page.toString() : withWords(page.toString())
        const lean = withoutRuntime(html, isWithout)
        const inline = { scripts: [], styles: sheets.hashes }
        if (lean !== html) response.setHeader(policyHeader, pagePolicy(settings(), inline))
        return packed(response, Buffer.from(sheets.inlined(lean)), packing)
      })
    }
    return listener(request, response)
  }
}

function isPage({ method, url = '' }: IncomingMessage): boolean {
  return method !== 'HEAD' && pageAddress.test(url)
}

async function packed(response: ServerResponse, page: Buffer, packing: Packing): Promise<Buffer> {
  const body = await pack(page, packing)
  if (packing !== 'identity') response.setHeader('Content-Encoding', packing)
  if (!/accept-encoding/i.test(String(response.getHeader('Vary'))))
    response.appendHeader('Vary', 'Accept-Encoding')
  response.setHeader('Content-Length', body.byteLength)
  return body
}

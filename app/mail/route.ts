import { listMessages, readMessage } from '#domain/mail/mail-folder'
import { type ReadMessage, readEml } from '#domain/mail/read-eml'
import { settings } from '#env'
import { marketOf } from '../_lib/market.ts'
import { mailPage } from './mail-page.ts'
import { mayReadMail } from './may-read-mail.ts'

export const dynamic = 'force-dynamic'

const most = 100
// The messages bring their looks with them, in style attributes. Nothing else is let in, or out.
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The last hundred messages that landed in the folder, and the one that `message` names. 404 when there is no such message, and
 * whenever messages are none of the asker's business: see mayReadMail.
 */
export async function GET(request: Request): Promise<Response> {
  const { mailFolder, ...given } = settings()
  if (!mayReadMail(request, given)) return nothingHere()
  const name = new URL(request.url).searchParams.get('message')
  const open = name === null ? null : await find(mailFolder, name)
  if (name !== null && !open) return nothingHere()
  const names = (await listMessages(mailFolder)).slice(0, most)
  const listed = (await Promise.all(names.map((each) => find(mailFolder, each)))).filter(
    (each) => each !== null,
  )
  const page = mailPage({ locale: marketOf(request).locale, folder: mailFolder, listed, open })
  return new Response(page, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
    },
  })
}

async function find(folder: string, name: string): Promise<(ReadMessage & { name: string }) | null> {
  const bytes = await readMessage(folder, name)
  return bytes && { ...readEml(bytes), name }
}

function nothingHere(): Response {
  return new Response('Nothing here', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

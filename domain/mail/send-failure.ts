// What a failure to send means: for the message, and for those behind it.
import { z } from 'zod'
import { settings } from '#env'

/** The message can never be sent as it is. */
export class Refused extends Error {
  override name = 'Refused'
}

export interface SendFailure {
  /** What is to blame: the recipient (it fails for good), this message, or what sends all of them (no message is parked). */
  readonly fault: 'recipient' | 'message' | 'post'
  /** Why, without what is secret in SMTP_URL. */
  readonly reason: string
}

// What nodemailer's errors tell, and any other error too. Those of the server's answers name the command that was answered.
const form = z.object({
  message: z.string().catch('unknown'),
  code: z.string().catch(''),
  command: z.string().catch(''),
  response: z.string().catch(''),
  responseCode: z.number().catch(0),
  permanent: z.boolean().catch(false),
})
type Told = z.output<typeof form>

/** Reads an error of composing or of delivering a message. SMTP's codes: RFC 5321 section 4.2, RFC 3463. */
export function readSendFailure(error: unknown): SendFailure {
  const told = form.parse(error instanceof Error ? error : {})
  return { fault: error instanceof Refused ? 'recipient' : faultOf(told), reason: reasonOf(told) }
}

function faultOf({ code, command, responseCode, response, permanent }: Told): SendFailure['fault'] {
  // Closing down; log in first; no room on the server's disk; taking no messages at all.
  if (responseCode === 421 || responseCode === 530 || /^4\d\d[ -]4\.3\.[12]/.test(response)) return 'post'
  if (code === 'EENVELOPE' && command === 'API') return 'recipient'
  // 5.7.x says that this shop may not send there: that is mended here, and the recipient can be reached then.
  const forGood = permanent && !/^5\d\d[ -]5\.7\./.test(response)
  if (command === 'RCPT TO') return forGood ? 'recipient' : 'message'
  return command === 'DATA' || code === 'EMESSAGE' || code === '' ? 'message' : 'post'
}

function reasonOf({ message, code, responseCode }: Told): string {
  // A server may answer a login with what it was given.
  if (code === 'EAUTH') return `the SMTP server refuses the login: ${responseCode || 'no code'}`
  return withoutSecrets(`${code ? `${code}: ` : ''}${message}`)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, 500)
}

function withoutSecrets(text: string): string {
  const { username = '', password = '' } = URL.parse(settings().smtpUrl ?? '') ?? {}
  return [username, password]
    .flatMap((secret) => [secret, decodeURIComponent(secret)])
    .filter((secret) => secret !== '')
    .reduce((clean, secret) => clean.replaceAll(secret, '…'), text)
}

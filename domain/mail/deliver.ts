// How messages leave the shop: over SMTP, or into a folder when no SMTP server is set.
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import { isLocalHost, settings } from '#env'
import type { Message } from './compose-message.ts'
import { saveMessage } from './mail-folder.ts'
import { readSendFailure } from './send-failure.ts'

const seconds = 1_000

// Less than a message is taken for.
const deliveryLimit = 60 * seconds

const encryptedOnly =
  'a login is sent to another machine only encrypted, so the server must offer STARTTLS (often on port 587), or SMTP_URL begin with smtps: (often port 465)'

/**
 * Delivers a message, and resolves once whoever takes it has said so. A login leaves this machine only encrypted. Rejects with
 * nodemailer's errors, or with those of the file system.
 */
export async function deliver(message: Message): Promise<void> {
  const { smtpUrl, mailFolder } = settings()
  if (smtpUrl) await deliverOverSmtp(smtpUrl, message)
  else await saveMessage(mailFolder, { fileName: message.fileName, bytes: await bytesOf(message) })
}

/** Asks the SMTP server whether it would take messages: null when it would, or why it would not. */
export async function checkSmtp(url: string): Promise<string | null> {
  return withServer(url, (server) => server.verify()).then(
    () => null,
    (error: unknown) => readSendFailure(error).reason,
  )
}

async function deliverOverSmtp(url: string, message: Message): Promise<void> {
  const signal = AbortSignal.timeout(deliveryLimit)
  await withServer(url, (server) => server.sendMail({ ...optionsOf(message), signal }))
}

async function withServer<T>(url: string, work: (server: Transporter) => Promise<T>): Promise<T> {
  const [connectionTimeout, greetingTimeout, socketTimeout] = [10 * seconds, 10 * seconds, 30 * seconds]
  const limits = { connectionTimeout, greetingTimeout, socketTimeout }
  const mustEncrypt = sendsLoginAway(url)
  try {
    return await work(createTransport({ url, ...limits, ...(mustEncrypt ? { requireTLS: true } : {}) }))
  } catch (error) {
    if (mustEncrypt && error instanceof Error && /TLS/.test(error.message))
      error.message += `; ${encryptedOnly}`
    throw error
  }
}

// Whoever is on the way could read a login, or take the server's offer to encrypt out of its answer. With smtps: all is encrypted.
function sendsLoginAway(url: string): boolean {
  const { protocol, username, password, hostname } = new URL(url)
  return protocol === 'smtp:' && `${username}${password}` !== '' && !isLocalHost(hostname)
}

async function bytesOf(message: Message): Promise<Buffer> {
  const paper = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message: bytes } = await paper.sendMail(optionsOf(message))
  if (!Buffer.isBuffer(bytes)) throw new Error('a message came as a stream')
  return bytes
}

// Nothing in a message may make nodemailer open a file or an address.
function optionsOf({ messageId, from, to, subject, text, html, headers }: Message): SendMailOptions {
  const shut = { disableFileAccess: true, disableUrlAccess: true }
  return { messageId, from, to, subject, text, html, headers, ...shut }
}

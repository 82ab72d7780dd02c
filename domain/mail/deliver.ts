// How messages leave the shop: over SMTP, or into a folder when no SMTP server is set.
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import { settings } from '#env'
import type { Message } from './compose-message.ts'
import { saveMessage } from './mail-folder.ts'
import { readSendFailure } from './send-failure.ts'

const seconds = 1_000

// Less than a message is taken for.
const deliveryLimit = 60 * seconds

/**
 * Delivers a message, and resolves once whoever takes it has said so. Rejects with nodemailer's errors, or with those of the
 * file system.
 */
export async function deliver(message: Message): Promise<void> {
  const { smtpUrl, mailFolder } = settings()
  if (smtpUrl) await deliverOverSmtp(smtpUrl, message)
  else await saveMessage(mailFolder, { fileName: message.fileName, bytes: await bytesOf(message) })
}

/** Asks the SMTP server whether it would take messages: null when it would, or why it would not. */
export async function checkSmtp(url: string): Promise<string | null> {
  return smtpServer(url)
    .verify()
    .then(
      () => null,
      (error: unknown) => readSendFailure(error).reason,
    )
}

async function deliverOverSmtp(url: string, message: Message): Promise<void> {
  await smtpServer(url).sendMail({ ...optionsOf(message), signal: AbortSignal.timeout(deliveryLimit) })
}

function smtpServer(url: string): Transporter {
  const [connectionTimeout, greetingTimeout, socketTimeout] = [10 * seconds, 10 * seconds, 30 * seconds]
  return createTransport({ url, connectionTimeout, greetingTimeout, socketTimeout })
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

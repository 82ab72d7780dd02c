// For tests: an SMTP server that takes messages, or refuses them as it is told.
import { createServer, type Server, type Socket } from 'node:net'

export interface Receipt {
  readonly from: string
  readonly to: readonly string[]
  /** As it came, headers and all. */
  readonly source: string
}

/** What the server answers to a command, such as '550 5.1.1 unknown'; undefined: as a server does that has no complaint. */
export type Answer = (line: string, command: string) => string | undefined | Promise<string | undefined>

export interface TestSmtp {
  readonly port: number
  /** What was taken, in order. A message whose end was refused is not. */
  readonly received: readonly Receipt[]
  answer: Answer
  /** Ends every connection and listens no more, until `start`. */
  stop(): Promise<void>
  start(): Promise<void>
}

const usual: Readonly<Record<string, string>> = {
  GREETING: '220 test ESMTP',
  EHLO: '250-test\r\n250-AUTH PLAIN LOGIN\r\n250-SMTPUTF8\r\n250 8BITMIME',
  AUTH: '235 2.7.0 welcome',
  DATA: '354 go on',
  END: '250 2.0.0 taken',
  QUIT: '221 bye',
}

/** Starts an SMTP server on a free port of this machine. */
export async function startSmtp(): Promise<TestSmtp> {
  const received: Receipt[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy()))
    void converse(socket, { answer: (...asked) => smtp.answer(...asked), received })
  })
  const port = await listen(server, 0)
  const smtp: TestSmtp = {
    port,
    received,
    answer: () => undefined,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
    async start() {
      await listen(server, port)
    },
  }
  return smtp
}

interface Conversation {
  readonly answer: Answer
  readonly received: Receipt[]
}

async function converse(socket: Socket, { answer, received }: Conversation): Promise<void> {
  let [from, to, source]: [string, string[], string[] | null] = ['', [], null]
  async function say(command: string, line = command): Promise<string> {
    const said = (await answer(line, command)) ?? usual[command] ?? '250 2.1.0 ok'
    if (!socket.destroyed) socket.write(`${said}\r\n`)
    return said
  }
  await say('GREETING')
  for await (const line of linesOf(socket)) {
    if (source && line !== '.') source.push(line.replace(/^\./, ''))
    else if (source) {
      const message = { from, to, source: source.join('\r\n') }
      if ((await say('END', message.source)).startsWith('250')) received.push(message)
      source = null
    } else {
      const command = /^\w+/.exec(line.toUpperCase())?.[0] ?? ''
      const said = await say(command, line)
      const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
      if (command === 'MAIL') [from, to] = [address, []]
      if (command === 'RCPT' && said.startsWith('250')) to.push(address)
      if (command === 'DATA' && said.startsWith('354')) source = []
      if (command === 'QUIT') socket.end()
    }
  }
}

async function* linesOf(socket: Socket): AsyncGenerator<string> {
  let rest = ''
  try {
    for await (const chunk of socket.setEncoding('utf8')) {
      const lines = `${rest}${String(chunk)}`.split('\r\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch {
    // The other end has gone away; so does this conversation.
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

// How the command is told what to do: by its options, else by the environment, else by what suits most.
import { parseArgs } from 'node:util'
import { isLiveKey } from './api/authenticate.ts'

export type Options = {
  /** 0 takes any free port. */
  port: number
  /** A SQLite file, or `:memory:`. */
  data: string
  /** Addresses that get every event. */
  forwardTo: string[]
}
export type Request = { do: 'start'; options: Options } | { do: 'help' } | { do: 'version' }

/** Why the command cannot start, in words for whoever typed it. */
export class UsageError extends Error {}

export const usage = `Local Stripe: Stripe on localhost. Not Stripe; no money moves.

  local-stripe [options]

  --port <number>        where it listens on 127.0.0.1; 0 takes any free port   (LOCAL_STRIPE_PORT, 12111)
  --data <file>          its SQLite file, or :memory:           (LOCAL_STRIPE_DATA, data/local-stripe.db)
  --forward-to <url>     sends every webhook there and prints the signing secret; may be given several times
  --version, --help`

/** Reads arguments and environment. Throws UsageError for what makes no sense, and beside a live key. */
export function readOptions(args: string[], env: Record<string, string | undefined>): Request {
  const values = parse(args)
  if (values.help) return { do: 'help' }
  if (values.version) return { do: 'version' }
  if (isLiveKey(env['STRIPE_SECRET_KEY'] ?? '')) {
    throw new UsageError(
      'STRIPE_SECRET_KEY is a live key. Local Stripe only ever runs beside test keys; unset it or use sk_test_….',
    )
  }
  const port = readPort(values.port ?? env['LOCAL_STRIPE_PORT'] ?? '12111')
  const data = values.data ?? env['LOCAL_STRIPE_DATA'] ?? 'data/local-stripe.db'
  if (data === '') throw new UsageError('--data must be a file, or :memory:.')
  return { do: 'start', options: { port, data, forwardTo: (values['forward-to'] ?? []).map(readAddress) } }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const forward = { type: 'string', multiple: true } as const
  const options = { port: text, data: text, 'forward-to': forward, help: flag, version: flag }
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

function readPort(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN
  if (port <= 65_535) return port
  throw new UsageError(`The port must be a number from 0 to 65535, not "${given}".`)
}

function readAddress(given: string): string {
  const address = given.includes('://') ? given : `http://${given}`
  if (/^https?:/i.test(address) && URL.canParse(address)) return address
  throw new UsageError(
    `--forward-to must be an address such as http://localhost:3000/webhooks, not "${given}".`,
  )
}

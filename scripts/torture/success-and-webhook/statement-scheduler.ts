// Decides which of several actors may send its next SQL statement: one statement at a time, in an order that can be chosen. An
// actor that waits for another's lock is passed over until it has it.
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, Pool } from 'pg'

interface Actor {
  readonly name: string
  state: 'busy' | 'at the gate' | 'in the database' | 'done'
  pass: () => void
  /** The server process that its statement runs in. */
  pid: number
}

export interface Played {
  /** Between how many actors each choice was. */
  readonly widths: readonly number[]
  /** Who sent each statement. */
  readonly order: readonly string[]
  /** What actors threw. */
  readonly errors: readonly string[]
}

const acting = new AsyncLocalStorage<Actor>()
const pidOf = (client: unknown) => (client as { processID?: number }).processID ?? 0

/** Lets every statement that an actor sends wait for its turn; others go on as ever. Call it once in a process. */
export function holdStatements(): void {
  // A pool may hand a connection over when another actor gives it back: what is sent then is still the asker's.
  const connect = Reflect.get(Pool.prototype, 'connect') as (...args: unknown[]) => unknown
  Reflect.set(Pool.prototype, 'connect', function connectForAsker(this: unknown, ...args: unknown[]) {
    const bound = args.map((one) => (typeof one === 'function' ? AsyncResource.bind(one as () => void) : one))
    return connect.apply(this, bound)
  })
  const send = Reflect.get(Client.prototype, 'query') as (...args: unknown[]) => unknown
  async function sendInTurn(client: unknown, args: unknown[], actor: Actor): Promise<unknown> {
    await new Promise<void>((resolve) => Object.assign(actor, { state: 'at the gate', pass: resolve }))
    Object.assign(actor, { state: 'in the database', pid: pidOf(client) })
    try {
      return await send.apply(client, args)
    } finally {
      actor.state = 'busy'
    }
  }
  Reflect.set(Client.prototype, 'query', function queryInTurn(this: unknown, ...args: unknown[]) {
    const actor = acting.getStore()
    // A pool sends its own queries with a callback, and hears of the end by it.
    const callback = typeof args.at(-1) === 'function' ? (args.at(-1) as (...given: unknown[]) => void) : null
    if (!actor) return send.apply(this, args)
    const sent = sendInTurn(this, callback ? args.slice(0, -1) : args, actor)
    if (!callback) return sent
    void tell(sent, callback)
    return undefined
  })
}

async function tell(sent: Promise<unknown>, callback: (...given: unknown[]) => void): Promise<void> {
  const given = await sent.then(
    (result) => [null, result],
    (error: unknown) => [error],
  )
  callback(...given)
}

export interface Play {
  readonly actors: Readonly<Record<string, () => Promise<unknown>>>
  /** Which of `width` actors is next: 0 to width - 1. */
  readonly choose: (decision: number, width: number) => number
  /** Which of the server's processes wait for a lock. */
  readonly waiting: (pids: readonly number[]) => Promise<ReadonlySet<number>>
}

/** Runs the actors to their ends, statement by statement. */
export async function play({ actors: works, choose, waiting }: Play): Promise<Played> {
  const errors: string[] = []
  const actors = Object.entries(works).map(([name, work]) => {
    const actor: Actor = { name, state: 'busy', pass: () => {}, pid: 0 }
    const end = () => void (actor.state = 'done')
    acting.run(actor, work).then(end, (error: unknown) => {
      errors.push(`${name}: ${String(error)}`)
      end()
    })
    return actor
  })
  const [widths, order]: [number[], string[]] = [[], []]
  for (
    let ready = await standing(actors, waiting);
    ready.length > 0;
    ready = await standing(actors, waiting)
  ) {
    const next = ready[ready.length === 1 ? 0 : choose(widths.length, ready.length)] ?? ready[0]
    if (ready.length > 1) widths.push(ready.length)
    if (!next) break
    order.push(next.name)
    next.state = 'busy'
    next.pass()
  }
  return { widths, order, errors }
}

// Waits until nobody moves by himself any more: all are at the gate, at their ends, or wait for a lock of one who is not.
async function standing(actors: readonly Actor[], waiting: Play['waiting']): Promise<Actor[]> {
  const deadline = Date.now() + 30_000
  for (let look = 0; Date.now() < deadline; look += 1) {
    if (!actors.some(({ state }) => state === 'busy')) {
      const inDatabase = actors.filter(({ state }) => state === 'in the database')
      const ready = actors.filter(({ state }) => state === 'at the gate')
      if (inDatabase.length === 0) return ready
      const blocked = look < 4 ? new Set() : await waiting(inDatabase.map(({ pid }) => pid))
      const isStill = inDatabase.every(({ state, pid }) => state === 'in the database' && blocked.has(pid))
      if (isStill && ready.length > 0 && !actors.some(({ state }) => state === 'busy')) return ready
    }
    await (look < 20 ? new Promise((resolve) => setImmediate(resolve)) : pause(1))
  }
  throw new Error(`Actors hang: ${actors.map(({ name, state }) => `${name} ${state}`).join(', ')}`)
}

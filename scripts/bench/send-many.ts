// Requests sent as fast as they are answered, or at a fixed rate, over connections that stay open.
import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, type Sent, send } from '../send.ts'

/** Sends every request, `concurrency` of them at a time, and gives how many were answered per second. Throws at an answer that is not 200. */
export async function answeredPerSecond(requests: readonly Sent[], concurrency: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  const queue = requests.values()
  const started = performance.now()
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (const one of queue) await sendWell(one, agent)
    }),
  )
  agent.destroy()
  return (requests.length / (performance.now() - started)) * 1000
}

/** Sends `rate` requests a second, whether the ones before are answered or not, and gives how long each took, in milliseconds. */
export async function latenciesAt(requests: readonly Sent[], rate: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const started = performance.now()
  const latencies = requests.map(async (one, index) => {
    const due = started + (index / rate) * 1000
    await pause(Math.max(0, due - performance.now()))
    await sendWell(one, agent)
    // From when it was due, so that a sender that is late itself does not hide a slow shop.
    return performance.now() - due
  })
  const all = await Promise.all(latencies)
  agent.destroy()
  return all
}

/** Sends a request and gives its answer. Throws when that is not 200. */
export async function sendWell(one: Sent, agent?: Agent): Promise<Answer> {
  const answer = await send(one, agent)
  if (answer.status !== 200)
    throw new Error(`${one.url} answered ${answer.status}: ${answer.body.slice(0, 300)}`)
  return answer
}

// POSTs sent as fast as they are answered, or at a fixed rate, over connections that stay open.
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

export interface Post {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** Sends every post, `concurrency` of them at a time, and gives how many were answered per second. Throws at an answer that is not 200. */
export async function answeredPerSecond(
  url: string,
  { posts, concurrency }: { posts: readonly Post[]; concurrency: number },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  const queue = posts.values()
  const started = performance.now()
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (const post of queue) await send(url, post, agent)
    }),
  )
  agent.destroy()
  return (posts.length / (performance.now() - started)) * 1000
}

/** Sends `rate` posts a second, whether the ones before are answered or not, and gives how long each took, in milliseconds. */
export async function latenciesAt(
  url: string,
  { posts, rate }: { posts: readonly Post[]; rate: number },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const started = performance.now()
  const latencies = posts.map(async (post, index) => {
    const due = started + (index / rate) * 1000
    await pause(Math.max(0, due - performance.now()))
    await send(url, post, agent)
    // From when it was due, so that a sender that is late itself does not hide a slow shop.
    return performance.now() - due
  })
  const all = await Promise.all(latencies)
  agent.destroy()
  return all
}

function send(url: string, { body, headers }: Post, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve()
          : reject(new Error(`${url} answered ${answer.statusCode ?? 'nothing'}`)),
      )
    })
    call.on('error', reject)
    call.end(body)
  })
}

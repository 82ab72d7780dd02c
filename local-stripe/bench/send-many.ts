// Many posts over a few kept connections, as fast as they are answered.
import { Agent, request } from 'node:http'

/** Posts a body so many times, `connections` at once, and gives the number per second. Throws at the first refusal. */
export async function sendMany(posts: {
  url: string
  body: string
  count: number
  connections: number
}): Promise<number> {
  const { url, body, count, connections } = posts
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const begun = performance.now()
  let left = count
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left > 0) {
        left -= 1
        await post(url, body, agent)
      }
    }),
  )
  agent.destroy()
  return count / ((performance.now() - begun) / 1000)
}

/** Posts a form or a JSON text once and gives the answer. */
export function post(url: string, body: string, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      Authorization: 'Bearer sk_test_local_stripe_bench',
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
    }
    const sent = request(url, { method: 'POST', headers, ...(agent && { agent }) }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (text += chunk))
      answer.on('end', () => (answer.statusCode === 200 ? resolve(text) : reject(new Error(text))))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

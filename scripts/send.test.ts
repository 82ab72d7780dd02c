import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { test } from 'node:test'
import { send } from './send.ts'

test('A kept connection that the server has just closed is not taken for a server that is gone.', async (t) => {
  const served = new WeakSet<Socket>()
  const server = createServer((request, response) => {
    if (served.has(request.socket)) return request.socket.destroy()
    served.add(request.socket)
    return response.end('here')
  }).listen(0)
  t.after(() => server.close())
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const answers = []
  for (let n = 0; n < 3; n++) answers.push(await send({ url, method: 'POST', body: 'x' }))

  assert.deepEqual(
    answers.map(({ status, body }) => [status, body]),
    Array.from({ length: 3 }, () => [200, 'here']),
  )
})

test('Where nobody listens there is no answer, and that is an answer, too.', async () => {
  const { status } = await send({ url: 'http://127.0.0.1:1' })

  assert.equal(status, 0)
})

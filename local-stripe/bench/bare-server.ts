// The peer of the bench: a node:http server that reads a body and answers a text, and nothing else.
import { createServer } from 'node:http'

const answer = process.env['BARE_ANSWER'] ?? '{}'

const server = createServer((request, response) => {
  request.resume().once('end', () => response.end(answer))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chances } from '../testing/chances.ts'
import { connect, openCliSession, type CliFrame } from '../testing/cli-listener.ts'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { eventually } from '../testing/webhook-receiver.ts'

const seed = 20_261_028
const events = 300

test('Of hundreds of events none is lost while the socket is cut again and again.', async (t) => {
  const setup = await localStripeForTest(t)
  const session = await openCliSession(setup)
  const chance = chances(seed)
  const seen: CliFrame[] = []
  const made: string[] = []
  let cuts = 0
  const isOver = () => made.length === events
  const listening = (async () => {
    while (!isOver()) {
      const patience = Math.ceil(chance() * 12)
      let heard = 0
      const { socket } = await connect(t, session, (frame, line) => {
        if (line.readyState !== line.OPEN) return false
        seen.push(frame)
        heard += 1
        if (heard === patience) line.terminate()
        return chance() < 0.8
      })
      await eventually(() => isOver() || socket.readyState === socket.CLOSED || undefined, 'cut')
      socket.terminate()
      cuts += 1
    }
  })()
  while (made.length < events) made.push((await setup.stripe.products.create({ name: 'Mug' })).id)
  await listening
  assert.ok(cuts > 20, `only ${cuts} cuts`)
  const last = await connect(t, session)
  const missing = () => {
    const told = new Set(
      [...seen, ...last.frames].map(({ event_payload }) => JSON.parse(event_payload).data.object.id),
    )
    return made.filter((id) => !told.has(id))
  }
  await eventually(() => missing().length === 0 || undefined, 'last event')
  const conversations = [...seen, ...last.frames].map((frame) => frame.webhook_conversation_id)
  assert.equal(
    new Set(conversations).size,
    2 * events,
    'each event has one conversation in each of its two versions',
  )
})

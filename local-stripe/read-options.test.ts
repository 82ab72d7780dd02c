import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOptions, UsageError } from './read-options.ts'

test('Nothing said: port 12111 and a file in the folder where it is started.', () => {
  const options = { port: 12_111, data: 'data/local-stripe.db', forwardTo: [] }
  assert.deepEqual(readOptions([], {}), { do: 'start', options })
})

test('Options come before the environment.', () => {
  const env = { LOCAL_STRIPE_PORT: '1', LOCAL_STRIPE_DATA: 'a.db' }
  const read = readOptions(['--port', '2', '--data=:memory:'], env)
  assert.deepEqual(read, { do: 'start', options: { port: 2, data: ':memory:', forwardTo: [] } })
})

test('Several addresses may get the webhooks, each with or without http://.', () => {
  const read = readOptions(['--forward-to', 'localhost:3000/hooks', '--forward-to', 'https://a.test/b'], {})
  assert.deepEqual(read.do === 'start' && read.options.forwardTo, [
    'http://localhost:3000/hooks',
    'https://a.test/b',
  ])
})

test('What makes no sense is refused in words that say what would.', () => {
  const senseless: [args: string[], words: RegExp][] = [
    [['--port', 'http'], /from 0 to 65535, not "http"/],
    [['--port', '70000'], /from 0 to 65535/],
    [['--data', ''], /a file, or :memory:/],
    [['--forward-to', 'ftp://a.test'], /such as http:\/\/localhost:3000/],
    [['--colour'], /Unknown option '--colour'[^]*--forward-to/],
    [['start'], /Unexpected argument 'start'/],
  ]
  for (const [args, message] of senseless) {
    assert.throws(
      () => readOptions(args, {}),
      (error) => error instanceof UsageError && message.test(error.message),
      args.join(' '),
    )
  }
})

test('Beside a live key it does not start; help may still be read.', () => {
  const env = { STRIPE_SECRET_KEY: 'sk_live_abcdefghijkl' }
  assert.throws(() => readOptions([], env), /live key/)
  assert.deepEqual(readOptions(['--help'], env), { do: 'help' })
})

// JSON-RPC 2.0 over stdin and stdout, one message a line: how the Prisma CLI speaks with a schema engine.

import { createInterface } from 'node:readline'

// The code of every error the native engine answers with.
const ENGINE_ERROR = 4466

/**
 * Answers the requests on stdin, one after the other, until stdin ends. `methods` promises a map of each method's
 * name to `(params, print) => result`; what is given to `print` the CLI writes to its own stdout. When the promise is
 * broken every request is answered with that error.
 */
export async function serve(methods) {
  methods.catch(() => {})
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const request = JSON.parse(line)
    // Without a method it is the CLI's receipt for something printed.
    if (request.method !== undefined) send(await answer(request, methods))
  }
}

async function answer({ id, method, params }, methods) {
  try {
    const call = (await methods)[method]
    if (call === undefined) throw new Error(`The schema engine has no method "${method}".`)
    const result = await call(params, print)
    return { id, result: result ?? {} }
  } catch (error) {
    return { id, error: describe(error) }
  }
}

function describe(error) {
  const message = error.message ?? String(error)
  const data = {
    // WebAssembly ends a panicking engine with this; nothing it says afterwards can be relied on.
    is_panic: error instanceof WebAssembly.RuntimeError,
    message,
    ...(error.code ? { error_code: error.code } : {}),
  }
  return { code: ENGINE_ERROR, message: 'An error happened. Check the data field for details.', data }
}

function print(content) {
  send({ id: 0, method: 'print', params: { content } })
}

function send(message) {
  process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n')
}

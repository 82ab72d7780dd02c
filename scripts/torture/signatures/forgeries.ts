// Deliveries that Stripe did not make, or not of these bytes, or not now. https://docs.stripe.com/webhooks#verify-manually
import { signatureOf } from '../deliver.ts'
import type { Random } from '../random.ts'

interface Forgery {
  /** What is sent, where it is not what was signed. */
  readonly body?: string | Buffer
  /** Null: no header at all. */
  readonly signature: string | null
}

type Forge = (body: string, random: Random) => Forgery

/** The shop's own, of which a forger may have seen the signatures. */
export const secrets = ['whsec_of_today_and_yesterday', 'whsec_of_tomorrow_and_after'] as const

/** Makes a forgery of a body, of each kind. */
export const forgeries: Readonly<Record<string, Forge>> = {
  'no header': () => ({ signature: null }),
  'an empty header': () => ({ signature: '' }),
  'no signature in the header': () => ({ signature: `t=${now()},v1=` }),
  'another secret': (body, random) => ({ signature: signatureOf(body, `whsec_${random.next()}`) }),
  'an empty secret': (body) => ({ signature: signatureOf(body, '') }),
  'a blank secret': (body, random) => ({ signature: signatureOf(body, ' '.repeat(random.integer(1, 4))) }),
  'the secret "undefined"': (body, random) => ({
    signature: signatureOf(body, random.pick(['undefined', 'null', 'whsec_', 'NaN', '[object Object]'])),
  }),
  'both secrets in one': (body) => ({ signature: signatureOf(body, secrets.join(',')) }),
  stale: (body, random) => ({ signature: good(body, now() - random.integer(310, 31_536_000)) }),
  'from the future': (body, random) => ({ signature: good(body, now() + random.integer(320, 31_536_000)) }),
  'made younger': (body, random) => {
    const old = good(body, now() - random.integer(310, 86_400))
    return { signature: `t=${now()},v1=${hexOf(old)}` }
  },
  'two times': (body, random) => {
    const at = now() - random.integer(400, 86_400)
    return { signature: `t=${now()},t=${at},v1=${hexOf(good(body, at))}` }
  },
  'one bit of the body': (body, random) => ({ body: flipBit(body, random), signature: good(body) }),
  'one bit of the signature': (body, random) => {
    const signature = good(body)
    const at = random.integer(signature.length - 64, signature.length - 1)
    const other = (Number.parseInt(signature[at] ?? '0', 16) ^ (1 << random.integer(0, 3))).toString(16)
    return { signature: signature.slice(0, at) + other + signature.slice(at + 1) }
  },
  're-serialised': (body) => ({ body: JSON.stringify(JSON.parse(body), null, 2), signature: good(body) }),
  'fields in another order': (body) => {
    const fields = Object.entries(JSON.parse(body) as object).toReversed()
    return { body: JSON.stringify(Object.fromEntries(fields)), signature: good(body) }
  },
  'one byte more': (body, random) => ({
    body: body + random.pick([' ', '\n', '\0', '}']),
    signature: good(body),
  }),
  'cut short': (body, random) => {
    const signature = good(body)
    return { signature: signature.slice(0, signature.length - random.integer(1, 63)) }
  },
  'another scheme': (body) => ({ signature: good(body).replace('v1=', 'v0=') }),
  'many wrong ones': (body, random) => {
    const wrong = Array.from({ length: random.integer(2, 40) }, () =>
      hexOf(signatureOf(body, `whsec_${random.next()}`)),
    )
    return { signature: `t=${now()},${wrong.map((hex) => `v1=${hex}`).join(',')}` }
  },
  'no words': (_body, random) => ({
    signature: random.pick([
      'null',
      't',
      't=,v1=',
      '=',
      ',,,',
      't=NaN,v1=0',
      `t=${'9'.repeat(400)},v1=00`,
      't=-1,v1=zz',
      'v1=,t=1e9',
    ]),
  }),
  'of another body': (body) => ({ signature: good(body.replaceAll('T0', 'T1')) }),
}

function now(): number {
  return Math.floor(Date.now() / 1000)
}

function good(body: string | Buffer, at?: number): string {
  return signatureOf(body, secrets[0], at)
}

function hexOf(signature: string): string {
  return signature.slice(signature.indexOf('v1=') + 3)
}

function flipBit(body: string, random: Random): Buffer {
  const bytes = Buffer.from(body)
  const at = random.integer(0, bytes.length - 1)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.integer(0, 7))
  return bytes
}

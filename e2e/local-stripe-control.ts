// Local Stripe on order: it breaks, holds webhooks back or sends them twice. Stripe itself does none of this.

export interface Fault {
  readonly fault: '429' | '500' | 'hang' | 'reset' | 'slow' | '500-after-effect' | 'reset-after-effect'
  /** The calls it is for: the beginning of a path, and a method or any. */
  readonly path?: string
  readonly method?: string
  readonly times?: number
  readonly ms?: number
}

export interface Control {
  /** Breaks the next calls; a thousand of them unless told how many. */
  readonly breakNext: (fault: Fault) => Promise<void>
  /** Holds webhooks back, or lets them go. */
  readonly holdWebhooks: (held: boolean) => Promise<void>
  /** Sends an event once more. */
  readonly redeliver: (eventId: string) => Promise<void>
  /** Ends all trouble. */
  readonly mend: () => Promise<void>
}

/** The control API of the Local Stripe at `url`. */
export function controlOf(url: string): Control {
  const order = (path: string, body: object) => request(`${url}/_local/${path}`, 'POST', body)
  const mend = () => request(`${url}/_local/faults`, 'DELETE')
  return {
    breakNext: (fault) => order('faults', { times: 1000, ...fault }),
    holdWebhooks: (held) => order('webhooks/hold', { held }),
    redeliver: (event) => order('webhooks/redeliver', { event }),
    async mend() {
      await mend()
      await order('webhooks/hold', { held: false })
    },
  }
}

async function request(url: string, method: string, body?: object): Promise<void> {
  const answer = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`)
}

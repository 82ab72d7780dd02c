// The proofs in the order of the report. Each is loaded when it is run, so that one that cannot be loaded stops no other.
import type { Proof } from './proof.ts'

const loaders: Readonly<Record<string, () => Promise<Proof>>> = {
  deliveries: async () => (await import('./deliveries/deliveries.ts')).deliveries,
  laws: async () => (await import('./laws/laws.ts')).laws,
  kills: async () => (await import('./kills/kills.ts')).kills,
  'success-and-webhook': async () => (await import('./success-and-webhook/proof.ts')).successAndWebhook,
  'stripe-faults': async () => (await import('./stripe-faults/stripe-faults.ts')).stripeFaults,
  'dropped-webhooks': async () => (await import('./dropped-webhooks/proof.ts')).droppedWebhooks,
  buyers: async () => (await import('./buyers/buyers.ts')).buyers,
  fuzz: async () => (await import('./fuzz/fuzz.ts')).fuzz,
  load: async () => (await import('./load/load.ts')).load,
  signatures: async () => (await import('./signatures/signatures.ts')).signatures,
  disk: async () => (await import('./disk/disk.ts')).disk,
}

/** Names of all proofs. */
export const proofNames: readonly string[] = Object.keys(loaders)

/** The proof with this name. Throws when there is none. */
export async function loadProof(name: string): Promise<Proof> {
  const load = loaders[name]
  if (!load) throw new Error(`There is no proof "${name}": ${proofNames.join(', ')}`)
  return load()
}

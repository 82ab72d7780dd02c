// Measures the figures in README again, each beside its limit of the same run. Reports; never fails a build by time.
// `--only pages,scale` measures these alone, `--products 1000 --orders 10000` makes the large shop smaller, and `--first-start`
// measures the start that installs everything anew.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureCheckout } from './bench/checkout.ts'
import { measureFirstStart } from './bench/first-start.ts'
import { measureLaterStart } from './bench/later-start.ts'
import { measureLighthouse } from './bench/lighthouse.ts'
import { measurePageCache } from './bench/page-cache.ts'
import { measurePages } from './bench/pages.ts'
import { measureScale } from './bench/scale.ts'
import { measureSpeed } from './bench/speed.ts'
import { type Subjects, subjects } from './bench/subjects.ts'
import { measureVitals } from './bench/vitals.ts'
import { measureWebhooks } from './bench/webhooks.ts'
import { generateClient } from './prepare.ts'
import { stopServers } from './server.ts'
import { step } from './step.ts'

export interface Figure {
  readonly what: string
  readonly measured: string
  readonly beside: string
  readonly goal: string
  readonly met: boolean
}

const parts: Readonly<Record<string, (subjects: Subjects) => Promise<Figure[]>>> = {
  pages: measurePages,
  speed: measureSpeed,
  vitals: measureVitals,
  lighthouse: measureLighthouse,
  cache: measurePageCache,
  scale: measureScale,
  checkout: measureCheckout,
  webhooks: measureWebhooks,
  start: measureLaterStart,
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(parts).join() },
    products: { type: 'string', default: '100000' },
    orders: { type: 'string', default: '1000000' },
    'first-start': { type: 'boolean', default: false },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'kiosk-bench-'))
const figures = values['first-start']
  ? await step('Starting the demo of a fresh clone', () => measureFirstStart(folder))
  : await measureParts(values.only.split(','))
console.log('\n| what | measured | beside | goal | |\n|---|---|---|---|---|')
for (const { what, measured, beside, goal, met } of figures) {
  console.log(`| ${what} | ${measured} | ${beside} | ${goal} | ${met ? '✓' : '✗'} |`)
}
rmSync(folder, { recursive: true, force: true })
await stopServers('done', 0)

async function measureParts(names: readonly string[]): Promise<Figure[]> {
  const unknown = names.find((name) => !(name in parts))
  if (unknown !== undefined) throw new Error(`No part is called ${unknown}: ${Object.keys(parts).join(', ')}`)
  await step('Preparing', generateClient)
  const size = { products: Number(values.products), orders: Number(values.orders) }
  const measured = subjects(folder, size)
  const all: Figure[] = []
  for (const name of names) {
    console.log(`• Measuring: ${name}`)
    all.push(...(await measurePart(name, measured)))
  }
  return all
}

/** A part that cannot be measured is a figure, too: the others are measured all the same. */
async function measurePart(name: string, measured: Subjects): Promise<Figure[]> {
  try {
    return (await parts[name]?.(measured)) ?? []
  } catch (error) {
    console.error(error)
    return [{ what: `The part ${name}`, measured: 'failed, see above', beside: '', goal: '', met: false }]
  }
}

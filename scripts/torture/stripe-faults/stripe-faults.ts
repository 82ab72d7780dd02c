// Stripe and the way to it break in every combination while a shopper wants to buy, and the shop is killed in between.
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { freshDatabase, type Store } from '../databases.ts'
import { progressOf } from '../progress.ts'
import { type Proof, type Setting, type Verdict, verdict } from '../proof.ts'
import { randomOf } from '../random.ts'
import { lookAfterTrials } from './after-trials.ts'
import { Lane } from './lane.ts'
import { type Trial, type Tried, tryToBuy } from './one-shopper.ts'
import { planTrials, skus } from './trials.ts'

export const stripeFaults: Proof = {
  name: 'stripe-faults',
  what: 'every combination of 8 Stripe faults on session creation, with kills between the steps',
  goal: 'at most one payable session ever shown, a word to try again within 12 s, no stuck hold after one sweep',
  databases: ['sqlite', 'postgresql'],
  run,
}

// They mostly wait for time-outs.
const lanes = 8
const quantity = 10_000

async function run(setting: Setting): Promise<Verdict> {
  const trials = planTrials(randomOf(setting.seed), setting.full ? 256 : 8)
  const template = await freshDatabase(setting, 'faults')
  await template.query(`UPDATE "Stock" SET "quantity" = ${quantity}`)
  await template.close()
  const queue = [...trials]
  const progress = progressOf('combinations', trials.length)
  const tell = () => progress.at(trials.length - queue.length)
  const all = await Promise.all(
    Array.from({ length: lanes }, (_, index) => runLane({ setting, template, index, queue, tell })),
  )
  return judge(trials, all)
}

interface LaneRun {
  readonly setting: Setting
  readonly template: Store
  readonly index: number
  /** What is still to be tried, for all lanes. */
  readonly queue: Trial[]
  readonly tell: () => void
}

interface LaneEnd {
  readonly tried: readonly Tried[]
  readonly problems: readonly string[]
}

async function runLane({ setting, template, index, queue, tell }: LaneRun): Promise<LaneEnd> {
  const folder = join(setting.folder, `lane-${index}`)
  const lane = await Lane.open(await copyOf(template, { setting, folder, index }), folder)
  const [tried, paid] = [[] as Tried[], [] as Trial[]]
  try {
    for (let trial = queue.pop(); trial; trial = queue.pop()) {
      const one = await tryToBuy(lane, trial)
      tried.push(one)
      if (one.paid) paid.push(trial)
      tell()
    }
    return { tried, problems: await lookAfterTrials(lane, paid, quantity) }
  } finally {
    await lane.close()
  }
}

interface Copy {
  readonly setting: Setting
  readonly folder: string
  readonly index: number
}

async function copyOf(template: Store, { setting, folder, index }: Copy): Promise<string> {
  if (template.file !== null) {
    mkdirSync(folder, { recursive: true })
    copyFileSync(template.file, join(folder, 'kiosk.db'))
    return `file:${join(folder, 'kiosk.db')}`
  }
  const url = new URL(template.url)
  const name = url.pathname.slice(1)
  const client = new Client({ connectionString: setting.postgresUrl ?? '' })
  await client.connect()
  await client.query(`CREATE DATABASE "${name}_${index}" TEMPLATE "${name}"`)
  await client.end()
  url.pathname = `/${name}_${index}`
  return url.href
}

function judge(trials: readonly Trial[], ends: readonly LaneEnd[]): Verdict {
  const tried = ends.flatMap((end) => end.tried)
  const sum = (of: (one: Tried) => number) => tried.map(of).reduce((total, one) => total + one, 0)
  const slowest = Math.max(...tried.map(({ slowestMs }) => slowestMs))
  const measured = [
    `${trials.length} combinations, ${sum(({ clicks }) => clicks)} clicks, ${sum(({ killed }) => killed)} kills`,
    `slowest answer ${(slowest / 1000).toFixed(1)} s`,
    `${tried.filter(({ paid }) => paid).length} paid, all ${skus.length} skus conserved`,
  ]
  const problems = [...tried.flatMap((one) => one.problems), ...ends.flatMap((end) => end.problems)]
  return verdict(measured.join('; '), problems)
}

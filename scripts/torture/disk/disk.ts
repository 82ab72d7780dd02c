// The database cannot do what it is asked: its disk is full, it is locked, it is gone, or its fsync fails. The shop goes on running
// under load, and is never restarted.
import { join } from 'node:path'
import { freePort } from '../../../e2e/server.ts'
import { freshDatabase, type Store } from '../databases.ts'
import { type Place, startAt } from '../kills/keep-killing.ts'
import { lookAtLast } from '../kills/last-look.ts'
import { type Ledger, openLedger } from '../kills/ledger.ts'
import { Redelivery } from '../kills/redelivery.ts'
import { startShoppers } from '../kills/shoppers.ts'
import { type Proof, type Setting, type Verdict, verdict } from '../proof.ts'
import { randomOf } from '../random.ts'
import { type Shop, startLocalStripe } from '../shops.ts'
import { postgresqlTroubles } from './postgresql-troubles.ts'
import { Prober } from './prober.ts'
import { RestartableServer } from './restartable-server.ts'
import { canMount, mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { sqliteTroubles } from './sqlite-troubles.ts'
import { endure, type Endured, type Trouble } from './trouble.ts'

export const disk: Proof = {
  name: 'disk',
  what: 'Disk full, database locked, database gone, failed fsync, under load',
  goal: 'no 2xx for a commit that failed, 503 with Retry-After, never 500; well again by itself, nothing lost or doubled',
  databases: ['sqlite', 'postgresql'],
  run,
}

const megabytes = 256

async function run(setting: Setting): Promise<Verdict> {
  const smallDisk = canMount() ? mountSmallDisk(join(setting.folder, 'disk'), megabytes) : null
  const server =
    setting.database === 'postgresql' ? await RestartableServer.open(join(setting.folder, 'postgres')) : null
  try {
    const store = await makeDatabase(setting, { smallDisk, server })
    return await shake(setting, store, (shop) =>
      store.file === null
        ? postgresqlTroubles({
            server: required(server),
            databaseUrl: store.url,
            disk: smallDisk,
            full: setting.full,
          })
        : sqliteTroubles({ shop, file: store.file, disk: smallDisk, full: setting.full }),
    )
  } finally {
    await server?.stop()
    smallDisk?.unmount()
  }
}

interface Ground {
  readonly smallDisk: SmallDisk | null
  readonly server: RestartableServer | null
}

async function makeDatabase(setting: Setting, { smallDisk, server }: Ground): Promise<Store> {
  const folder = server === null ? (smallDisk?.folder ?? setting.folder) : setting.folder
  const store = await freshDatabase({ ...setting, folder, postgresUrl: server?.url() ?? null }, 'disk')
  await store.query('UPDATE "Stock" SET "quantity" = 100000')
  await store.close()
  if (server && smallDisk) await server.moveTo(smallDisk, store.url)
  return store
}

async function shake(
  setting: Setting,
  store: Store,
  troublesUnder: (shop: Shop) => readonly (Trouble | string)[],
): Promise<Verdict> {
  const random = randomOf(setting.seed)
  const ledger = openLedger()
  const stripe = await startLocalStripe()
  const place: Place = {
    databaseUrl: store.url,
    stripeUrl: stripe.url,
    port: await freePort(),
    folder: setting.folder,
  }
  const shop = await startAt(place, {})
  const { webhookUrl, url: shopUrl } = shop
  const redelivery = new Redelivery({ stripe, webhookUrl, ledger, random: random.fork('redelivery') })
  const sendHome = startShoppers({ shopUrl, stripe, ledger, random: random.fork('shoppers') }, 3)
  const prober = new Prober({ shopUrl, ledger, redelivery })
  const endured: Endured[] = []
  const troubles = troublesUnder(shop)
  for (const trouble of troubles) {
    if (typeof trouble === 'string') continue
    endured.push(await endure(trouble, { shop, databaseUrl: store.url, ledger, prober }))
    console.log(`    ${endured.at(-1)?.measured}`)
  }
  await sendHome()
  await prober.stop()
  await redelivery.allTaken(60)
  await shop.stop()
  const last = await lookAtLast({ place, stripe, redelivery, ledger })
  await stripe.stop()
  const skipped = troubles.filter((trouble) => typeof trouble === 'string')
  return judge(setting, { endured, skipped, ledger, last: last.problems })
}

interface Seen {
  readonly endured: readonly Endured[]
  /** What could not be tried here, with the reason. */
  readonly skipped: readonly string[]
  readonly ledger: Ledger
  readonly last: readonly string[]
}

function judge({ full }: Setting, { endured, skipped, ledger, last }: Seen): Verdict {
  const problems = [...endured.flatMap((one) => one.problems), ...ledger.problems, ...last]
  // What was not tried is not proved.
  if (full) problems.push(...skipped.map((why) => `Not tried: ${why}`))
  const measured = [
    ...endured.map((one) => one.measured),
    `${ledger.acknowledged.size} events acknowledged, all kept`,
    ...skipped.map((why) => `NOT TRIED: ${why}`),
  ]
  return verdict(measured.join('; '), problems)
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error('There is no server')
  return value
}

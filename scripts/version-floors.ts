// Packages that must not be older than this, and why: what was found wrong with the versions before, and what the shop relies
// on. A table in the repository, because `npm audit` needs a registry that knows, and an old clone must not pass for a safe one.

export interface Floor {
  readonly name: string
  readonly version: string
  readonly because: string
}

export const versionFloors: readonly Floor[] = [
  {
    name: 'next',
    version: '16.4.5',
    because:
      'the security release of 2026-11-03; before it CVE-2025-66478 (React2Shell, remote code), CVE-2025-29927 and CVE-2026-44574 (middleware bypass), ' +
      'GHSA-2xp9-vwfh-vxw4 (remote code in the image optimiser), CVE-2026-44581 (script past a nonce), CVE-2026-94482 (denial of service)',
  },
  {
    name: 'react',
    version: '19.3.1',
    because:
      'CVE-2025-55182 (remote code by Server Components) and the denials of service after it; one version with react-dom',
  },
  {
    name: 'react-dom',
    version: '19.3.1',
    because:
      'CVE-2025-55182 (remote code by Server Components) and the denials of service after it; one version with react',
  },
  {
    name: 'stripe',
    version: '23.1.0',
    because: 'until 22.5.0 an event signed with an empty or blank secret was believed',
  },
  {
    name: 'nodemailer',
    version: '10.6.0',
    because: 'GHSA-mm7p-fcc7-pg87 (a message to an address that only looks like another’s), mended in 7.0.7',
  },
  {
    name: 'better-sqlite3',
    version: '13.2.0',
    because: 'brings its binary in the package: what is compiled or fetched at install is seen by nobody',
  },
  { name: '@prisma/client', version: '7.10.0', because: 'one version with prisma and its adapters' },
  { name: 'prisma', version: '7.10.0', because: 'the schema engine is pinned to this version’s' },
  { name: 'pg', version: '8.23.1', because: 'the driver that the proofs on PostgreSQL ran with' },
  { name: 'zod', version: '4.6.7', because: 'decides which settings are believed' },
  { name: 'postcss', version: '8.4.31', because: 'CVE-2023-44270 (a comment that becomes a rule)' },
  { name: 'ws', version: '8.17.1', because: 'CVE-2024-37890 (a request with many headers ends the process)' },
  { name: 'node', version: '24.21.0', because: 'the runtime, with its own security releases' },
]

/** Packages whose install scripts may run; no other's do. */
export const allowedInstallScripts: readonly string[] = ['node']

/** Whether `version` is `floor` or newer. A pre-release is older than what it leads to. */
export function isAtLeast(version: string, floor: string): boolean {
  const [given, wanted] = [version, floor].map(partsOf)
  for (const [at, part] of (wanted ?? []).entries()) {
    const difference = (given?.[at] ?? 0) - part
    if (difference !== 0) return difference > 0
  }
  return true
}

function partsOf(version: string): number[] {
  const [numbers = '', preRelease] = version.split('-')
  return [...numbers.split('.').map(Number), preRelease === undefined ? 0 : -1]
}

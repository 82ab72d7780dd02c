// PostgreSQL's schema is ./schema.prisma with another provider: written anew from it whenever it is needed, never by hand.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const source = join(import.meta.dirname, 'schema.prisma')
const target = join(import.meta.dirname, 'postgresql', 'schema.prisma')

/** The path of PostgreSQL's schema, brought up to date. Throws when it cannot be made of what stands in schema.prisma. */
export function postgresqlSchema(): string {
  const schema = toPostgresql(readFileSync(source, 'utf8'))
  if (readOrNull(target) === schema) return target
  mkdirSync(dirname(target), { recursive: true })
  // Other processes read it meanwhile.
  const draft = `${target}.${process.pid}`
  writeFileSync(draft, schema)
  renameSync(draft, target)
  return target
}

/** `schema` with PostgreSQL as the provider. Its generator's relative output then stands beside the new file. */
export function toPostgresql(schema: string): string {
  const provider = /^(\s*provider\s*=\s*)"sqlite"$/m
  if (!provider.test(schema)) throw new Error('schema.prisma names no provider "sqlite"')
  return `// Made from ../schema.prisma: edit that one.\n\n${schema.replace(provider, '$1"postgresql"')}`
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

#!/usr/bin/env node
// Prisma's schema engine, without a download: the Prisma CLI starts this file (prisma.config.ts names it in
// PRISMA_SCHEMA_ENGINE_BINARY) and speaks to it as to its own native engine. Plain JavaScript, because it must run
// under whatever Node the CLI runs under.

import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { databaseFor } from './databases.mjs'
import { serve } from './json-rpc.mjs'
import { loadEngine } from './load-engine.mjs'
import { methodsOf } from './methods.mjs'

const OLDEST_NODE = 22

try {
  refuseOldNode()
  await main()
} catch (error) {
  // The CLI skips the first line and reads the others as log records.
  console.error('schema engine\n' + JSON.stringify(logRecord(error)))
  process.exitCode = 1
}

async function main() {
  const { values, positionals } = readArguments()
  const database = await databaseFor(values.datasource)
  if (positionals[0] === 'cli') return runCliCommand(database, positionals[1])
  // The CLI ends the engine with this signal, without waiting for it.
  process.once('SIGTERM', () => {
    database.close()
    process.exit()
  })
  const SchemaEngine = await loadEngine()
  const schemas = await readSchemas(values.datamodels ?? [], database)
  const engine = await SchemaEngine.new({ datamodels: schemas }, () => {}, database.adapterFactory())
  await serve(methodsOf(engine, database))
  return database.close()
}

function runCliCommand(database, command) {
  switch (command) {
    case 'can-connect-to-database':
      return database.mustExist()
    case 'create-database':
      return database.create()
    default:
      throw new Error(`The schema engine has no command "${command}".`)
  }
}

function readArguments() {
  const text = { type: 'string' }
  return parseArgs({
    allowPositionals: true,
    options: {
      datamodels: { type: 'string', multiple: true },
      datasource: text,
      'enabled-preview-features': text,
      'extension-types': text,
    },
  })
}

// `migrate diff` starts the engine without a schema, and the engine panics when it has no provider to go by.
async function readSchemas(files, database) {
  if (files.length === 0)
    return [['schema.prisma', `datasource db {\n  provider = "${database.provider}"\n}\n`]]
  return Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')]))
}

function refuseOldNode() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return
  throw new Error(
    `better-sqlite3 needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}. ` +
      'Run it through npm ("npx prisma …"), which finds the Node in node_modules first.',
  )
}

function logRecord(error) {
  const fields = { message: error.message, ...(error.code ? { error_code: error.code } : {}) }
  return { level: 'ERROR', target: 'schema_engine::logger', fields }
}

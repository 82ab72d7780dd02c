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

const { values, positionals } = readArguments()
// Every other request comes over stdin, and so must what went wrong: when the engine is gone before its first answer
// the CLI ends as if it had worked.
if (positionals[0] === 'cli') await runCliCommand(positionals[1])
else await serve(startEngine())

async function startEngine() {
  const database = await openDatabase()
  // The CLI ends the engine with this signal, without waiting for it.
  process.once('SIGTERM', () => {
    database.close()
    process.exit()
  })
  process.once('beforeExit', () => database.close())
  const SchemaEngine = await loadEngine()
  const schemas = await readSchemas(values.datamodels ?? [], database)
  const engine = await SchemaEngine.new({ datamodels: schemas }, () => {}, database.adapterFactory())
  return methodsOf(engine, database)
}

async function runCliCommand(command) {
  try {
    const database = await openDatabase()
    if (command === 'can-connect-to-database') await database.mustExist()
    else if (command === 'create-database') await database.create()
    else throw new Error(`The schema engine has no command "${command}".`)
  } catch (error) {
    // The CLI skips the first line and reads the others as log records.
    console.error('schema engine\n' + JSON.stringify(logRecord(error)))
    process.exitCode = 1
  }
}

function openDatabase() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new Error(
      `better-sqlite3 needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}. ` +
        'Run it through npm ("npx prisma …"), which finds the Node in node_modules first.',
    )
  }
  return databaseFor(values.datasource)
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

function logRecord(error) {
  const fields = { message: error.message, ...(error.code ? { error_code: error.code } : {}) }
  return { level: 'ERROR', target: 'schema_engine::logger', fields }
}

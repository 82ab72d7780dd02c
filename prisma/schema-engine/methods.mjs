// The CLI's methods, and the four places where the WebAssembly engine differs from the native one they were
// written for.

// Same name, same parameters, same answer.
const SAME = [
  'applyMigrations',
  'dbExecute',
  'debugPanic',
  'devDiagnostic',
  'diagnoseMigrationHistory',
  'ensureConnectionValidity',
  'introspect',
  'introspectSql',
  'markMigrationApplied',
  'markMigrationRolledBack',
  'schemaPush',
]

/**
 * Every method of the protocol as `(params, print) => result`, over one `SchemaEngine` and its database.
 */
export function methodsOf(engine, database) {
  const same = Object.fromEntries(SAME.map((name) => [name, (params) => engine[name](params)]))
  return {
    ...same,
    createDatabase: () => database.create(),
    createMigration: (params) => withShadowDatabase(engine, params, () => engine.createMigration(params)),
    diff: (params, print) => printDiff(engine, params, print),
    evaluateDataLoss: (params) => withShadowDatabase(engine, params, () => engine.evaluateDataLoss(params)),
    getDatabaseVersion: (params) => engine.version(params),
    reset: () => database.reset(),
  }
}

// Having applied migrations, the engine forgets how to make a shadow database until a diagnosis reminds it.
async function withShadowDatabase(engine, params, work) {
  await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
  return work()
}

// The native engine has the CLI print the difference; this one returns it.
async function printDiff(engine, params, print) {
  const { exitCode, stdout } = await engine.diff(params)
  if (stdout) print(stdout)
  return { exitCode, stdout: null }
}

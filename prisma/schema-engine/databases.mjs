// Which database the engine works on. A further kind is one more file like ./sqlite.mjs and one more line here.

/**
 * The database named by the CLI's `--datasource` argument, `{"url":"…"}` as JSON: its `provider`, `adapterFactory()`
 * for the engine and `close()` for the connections made by it, `mustExist()`, `create()`, and `reset()`, which takes
 * away every table.
 */
export async function databaseFor(datasource) {
  const url = datasource === undefined ? undefined : JSON.parse(datasource).url
  if (url === undefined || url.startsWith('file:')) {
    const { sqliteDatabase } = await import('./sqlite.mjs')
    return sqliteDatabase(url ?? 'file::memory:')
  }
  if (/^postgres(ql)?:/.test(url)) {
    const { postgresqlDatabase } = await import('./postgresql.mjs')
    return postgresqlDatabase(url)
  }
  throw new Error('DATABASE_URL must begin with "file:" or "postgresql:".')
}

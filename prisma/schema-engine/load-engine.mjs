// @prisma/schema-engine-wasm is made for bundlers, which turn its `import "….wasm"` into an instance. Node does
// not, so this does by hand what a bundler would.

import { readFile } from 'node:fs/promises'

/**
 * The `SchemaEngine` class of Prisma's WebAssembly schema engine, ready to use.
 */
export async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm'))
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': glue })
  // oxlint-disable-next-line no-underscore-dangle -- named by wasm-bindgen
  glue.__wbg_set_wasm(instance.exports)
  // oxlint-disable-next-line no-underscore-dangle -- named by wasm-bindgen
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

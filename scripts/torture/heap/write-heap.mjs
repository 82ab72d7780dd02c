// Loaded before the shop: at SIGUSR2 it collects all garbage and writes what is left, in bytes, to the file that KIOSK_HEAP_FILE names.
import { renameSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const file = process.env.KIOSK_HEAP_FILE

if (file) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  process.on('SIGUSR2', () => {
    for (let round = 0; round < 3; round += 1) collect()
    writeFileSync(`${file}.part`, String(process.memoryUsage().heapUsed))
    renameSync(`${file}.part`, file)
  })
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { previewName } from './photo-path'

/** A photograph in a thousand bytes, as an address that has it within; null when nobody has made one. */
export function photoPreview(stem: string): string | null {
  try {
    const preview = readFileSync(join(process.cwd(), 'public', 'sized', previewName(stem)))
    return `data:image/webp;base64,${preview.toString('base64')}`
  } catch {
    return null
  }
}

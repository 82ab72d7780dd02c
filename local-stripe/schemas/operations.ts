// Stripe's operations as operations.json describes them, read once when the process starts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { olderOperations } from './older-operations.ts'
import type { Operation, OperationsFile, ParameterTypes } from './parameter-types.ts'

const file: OperationsFile = JSON.parse(readFileSync(join(import.meta.dirname, 'operations.json'), 'utf8'))

/** The API version that the `stripe` package was made for. */
export const describedVersion = file.apiVersion

/** An operation by method and path, ids in it being `:id`; null when it is not described. */
export function operationAt(method: string, path: string): Operation | null {
  const operation = `${method} ${path}`
  const older = olderOperations[operation]
  if (typeof older === 'object') return older
  return file.operations[older ?? operation] ?? null
}

/** The parameters of a type by its name. Throws for a name that operations.json lacks. */
export function parametersOf(type: string): ParameterTypes {
  const parameters = file.types[type]
  if (parameters === undefined) throw new Error(`operations.json has no ${type}.`)
  return parameters
}

/** Every operation of Stripe's: its method and path. */
export function allOperations(): { method: string; path: string }[] {
  return [...Object.keys(file.operations), ...file.others].map((operation) => {
    const [method = '', path = ''] = operation.split(' ')
    return { method, path }
  })
}

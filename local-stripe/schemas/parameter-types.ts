// How a parameter is written down in operations.json, short because there are thousands.

/**
 * A word for a plain value: `string`, `integer`, `number` (decimals allowed), `boolean`, `file`, `any`; `#Name` for one
 * of the file's types; a list of words for an enum; an object for a list of elements (`[]`), a map of any names to values
 * (`*`) or one of several kinds (`|`). A `?` after a word, and `` among an enum's, say that '' unsets it.
 */
export type ParameterType =
  | string
  | string[]
  | { '[]': ParameterType; '?'?: true }
  | { '*': ParameterType; '?'?: true }
  | { '|': ParameterType[]; '?'?: true }

/** The parameters of an object by name. */
export type ParameterTypes = Record<string, ParameterType>

export type Operation = {
  /** The object's name in objects.json, `list of …`, `search of …`, or several of them. */
  answers: string[]
  /** The name of the type of its parameters; none when it takes none. */
  takes?: string
}

export type OperationsFile = {
  stripe: string
  apiVersion: string
  /** Operations that are described, by method and path, ids in it being `:id`. */
  operations: Record<string, Operation>
  /** Stripe's other operations. */
  others: string[]
  types: Record<string, ParameterTypes>
}

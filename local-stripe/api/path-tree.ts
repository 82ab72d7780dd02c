// Paths with ids in them, found segment by segment; a name goes before an id.

type Branch<T> = { names: Map<string, Branch<T>>; any: Branch<T> | null; leaves: Map<string, T> }
export type PathTree<T> = {
  /** What stands at a method and path, with the last id in the path and the one before; null when nothing does. */
  find(method: string, path: string): Found<T> | null
}
type Found<T> = { leaf: T; id: string; parent: string }

/** A tree of leaves by method and path, ids in it being `:id`. */
export function plantTree<T extends { method: string; path: string }>(leaves: readonly T[]): PathTree<T> {
  const trunk = emptyBranch<T>()
  for (const leaf of leaves) {
    let branch = trunk
    for (const segment of leaf.path.split('/').slice(1)) branch = grow(branch, segment)
    branch.leaves.set(leaf.method, leaf)
  }
  return {
    find(method, path) {
      return walk({ branch: trunk, segments: path.split('/').slice(1), method, id: '', parent: '' })
    },
  }
}

type Walk<T> = { branch: Branch<T>; segments: string[]; method: string; id: string; parent: string }

function walk<T>(way: Walk<T>): Found<T> | null {
  const { branch, method, id, parent } = way
  const [segment, ...segments] = way.segments
  if (segment === undefined) {
    const leaf = branch.leaves.get(method)
    return leaf === undefined ? null : { leaf, id, parent }
  }
  const named = branch.names.get(segment)
  const found = named === undefined ? null : walk({ ...way, branch: named, segments })
  if (found !== null || branch.any === null || segment === '') return found
  const decoded = decode(segment)
  return decoded === null ? null : walk({ branch: branch.any, segments, method, id: decoded, parent: id })
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

function grow<T>(branch: Branch<T>, segment: string): Branch<T> {
  if (segment === ':id') return (branch.any ??= emptyBranch())
  const next = branch.names.get(segment) ?? emptyBranch<T>()
  branch.names.set(segment, next)
  return next
}

function emptyBranch<T>(): Branch<T> {
  return { names: new Map(), any: null, leaves: new Map() }
}

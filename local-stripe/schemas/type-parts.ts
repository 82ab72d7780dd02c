// A type taken apart: a union into its members, an object into what tells it from others.
import ts from 'typescript'

export type Parts = {
  nullable: boolean
  boolean: boolean
  number: boolean
  decimal: boolean
  string: boolean
  /** The words of an enum; `open` when Stripe may add others to it. */
  words: string[]
  open: boolean
  arrays: ts.Type[]
  objects: ts.Type[]
}

const nothing = ts.TypeFlags.Void | ts.TypeFlags.Undefined

/** What the type of a member, or a type in it, may be. */
export function partsOf(checker: ts.TypeChecker, type: ts.Type, member: { words: string[] }): Parts {
  const all = type.isUnion() ? type.types : [type]
  const is = (flag: ts.TypeFlags) => all.some((part) => (part.flags & flag) !== 0)
  const objects = all.filter((part) => (part.flags & ts.TypeFlags.Object) !== 0)
  const values = objects.filter((part) => !isDecimal(part))
  const words = all.filter((part) => part.isStringLiteral()).map((part) => part.value)
  return {
    nullable: is(ts.TypeFlags.Null),
    boolean: is(ts.TypeFlags.BooleanLike),
    number: is(ts.TypeFlags.NumberLike),
    decimal: all.some(isDecimal),
    string: is(ts.TypeFlags.String),
    words: words
      .filter((word) => word !== '')
      .toSorted((a, b) => member.words.indexOf(a) - member.words.indexOf(b)),
    open: all.some((part) => part.isIntersection() && !isDecimal(part)),
    arrays: values.filter((part) => checker.isArrayType(part)),
    objects: values.filter((part) => !checker.isArrayType(part)),
  }
}

export type Member = { name: string; type: ts.Type; optional: boolean; words: string[] }

/** The members of an object that can be there, with their types and the words of their enums in order. */
export function membersOf(checker: ts.TypeChecker, type: ts.Type): Member[] {
  return checker.getPropertiesOfType(type).flatMap((symbol) => {
    const member = checker.getTypeOfSymbol(symbol)
    const all = member.isUnion() ? member.types : [member]
    if (all.every((part) => (part.flags & nothing) !== 0)) return []
    const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0
    const node = symbol.valueDeclaration
    return [{ name: symbol.name, type: member, optional, words: node ? wordsIn(checker, node) : [] }]
  })
}

/** The words of the enums in a declaration, in Stripe's order, which the compiler's types do not keep. */
function wordsIn(checker: ts.TypeChecker, node: ts.Node): string[] {
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return [node.literal.text]
  const words: string[] = []
  if (ts.isTypeReferenceNode(node)) {
    const named = checker.getSymbolAtLocation(node.typeName)?.declarations?.[0]
    if (named !== undefined && ts.isTypeAliasDeclaration(named)) words.push(...wordsIn(checker, named.type))
  }
  ts.forEachChild(node, (child) => void words.push(...wordsIn(checker, child)))
  return words
}

/** The word in the member `object` of one of Stripe's objects, `deleted_` before it when that is all it says. */
export function objectWord(checker: ts.TypeChecker, type: ts.Type): string | null {
  const members = membersOf(checker, type)
  const word = members.find(({ name }) => name === 'object')?.type
  if (word === undefined || !word.isStringLiteral()) return null
  const deleted = members.some(({ name, optional }) => name === 'deleted' && !optional)
  return deleted ? `deleted_${word.value}` : word.value
}

/** The element of an array or of one of the package's list types. */
export function elementOf(checker: ts.TypeChecker, type: ts.Type): ts.Type {
  const [element] = checker.getTypeArguments(type as ts.TypeReference)
  if (element === undefined) throw new Error(`${checker.typeToString(type)} is no list.`)
  return element
}

function isDecimal(type: ts.Type): boolean {
  return type.aliasSymbol?.name === 'Decimal' || type.symbol?.name === 'Decimal'
}

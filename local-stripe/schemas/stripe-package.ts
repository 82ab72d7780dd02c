// The pinned `stripe` package as the compiler sees it: its type files, and where its resources lie.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export type StripePackage = {
  version: string
  apiVersion: string
  checker: ts.TypeChecker
  /** The type file and the program beside it, by the path without its ending. */
  resources: { types: ts.SourceFile; program: ts.SourceFile }[]
  /** A type's name that no other type of the package has, such as `Checkout.Session.Status`. */
  nameOf: (symbol: ts.Symbol) => string
}

/** Reads the package's types; takes a few seconds. */
export function readStripePackage(): StripePackage {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('stripe'))), '../cjs')
  const resources = join(folder, 'resources')
  const files = globSync(`${resources}/**/*.d.ts`).toSorted()
  const program = ts.createProgram(files, {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    lib: ['lib.es2022.d.ts'],
    types: [],
  })
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8'))
  return {
    version,
    apiVersion: wordIn(join(folder, 'apiVersion.js'), /ApiVersion = '([^']+)'/),
    checker: program.getTypeChecker(),
    resources: files.flatMap((file) => resourceOf(program, file)),
    nameOf: (symbol) => nameIn(resources, symbol),
  }
}

function resourceOf(program: ts.Program, file: string): StripePackage['resources'] {
  const types = program.getSourceFile(file)
  if (types === undefined) return []
  const source = readFileSync(file.replace(/\.d\.ts$/, '.js'), 'utf8')
  return [{ types, program: ts.createSourceFile('resource.js', source, ts.ScriptTarget.Latest, true) }]
}

function wordIn(file: string, pattern: RegExp): string {
  const [, word] = pattern.exec(readFileSync(file, 'utf8')) ?? []
  if (word === undefined) throw new Error(`${file} does not say ${String(pattern)}.`)
  return word
}

/** `Checkout/Sessions.d.ts` says `Session.Status` or, of parameters, `Checkout.SessionCreateParams`: both get the folder. */
function nameIn(resources: string, symbol: ts.Symbol): string {
  const [declaration] = symbol.declarations ?? []
  const names: string[] = []
  for (let node: ts.Node | undefined = declaration; node !== undefined; node = node.parent) {
    if (isNamed(node)) names.unshift(node.name.getText())
  }
  const file = declaration?.getSourceFile().fileName ?? ''
  const folder = relative(resources, dirname(file)).replaceAll('/', '.')
  const outside = folder === '' || folder.startsWith('..') || names[0] === folder
  return (outside ? names : [folder, ...names]).join('.')
}

function isNamed(node: ts.Node): node is ts.InterfaceDeclaration | ts.ModuleDeclaration {
  return ts.isInterfaceDeclaration(node) || ts.isModuleDeclaration(node) || ts.isTypeAliasDeclaration(node)
}

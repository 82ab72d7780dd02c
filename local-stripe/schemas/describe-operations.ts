// Stripe's operations from the package: methods and URLs from its programs, parameters and answers from its types.
import ts from 'typescript'
import { isDescribed } from './described.ts'
import { describeParameters } from './describe-parameters.ts'
import type { Operation, OperationsFile } from './parameter-types.ts'
import type { StripePackage } from './stripe-package.ts'
import { objectWord } from './type-parts.ts'

type Call = { method: string; key: string }
type Signature = { parameters: ts.Type | null; answer: ts.TypeNode }

/** All of Stripe's operations, those in full that Local Stripe may serve. */
export function describeOperations(stripe: StripePackage): OperationsFile {
  const operations: [string, Operation][] = []
  const others: string[] = []
  const describe = describeParameters(stripe)
  for (const resource of stripe.resources) {
    const signatures = signaturesIn(stripe.checker, resource.types)
    for (const { method, key } of callsIn(resource.program)) {
      const signature = signatures.get(method)
      if (signature === undefined || !isDescribed(key.split(' ')[1] ?? '')) {
        others.push(key)
      } else {
        const takes = signature.parameters && describe.take(signature.parameters)
        const answers = answersOf(stripe, signature.answer)
        operations.push([key, { answers, ...(takes !== null && { takes }) }])
      }
    }
  }
  return {
    stripe: stripe.version,
    apiVersion: stripe.apiVersion,
    ...describe.finish(Object.fromEntries(operations.toSorted(([a], [b]) => order(a, b)))),
    others: [...new Set(others)].toSorted(order),
  }
}

/** `this._makeRequest('POST', '/v1/refunds/…', …)` in each method, with `:id` where an id is put in. */
function callsIn(program: ts.SourceFile): Call[] {
  const calls: Call[] = []
  const visit = (node: ts.Node, method: string) => {
    const within = ts.isMethodDeclaration(node) ? node.name.getText() : method
    if (ts.isCallExpression(node) && node.expression.getText() === 'this._makeRequest') {
      const [verb, url] = node.arguments
      const path = url === undefined ? '' : pathOf(url)
      if (verb !== undefined && ts.isStringLiteral(verb) && /^\/v[12]\//.test(path)) {
        calls.push({ method: within, key: `${verb.text} ${path}` })
      }
    }
    ts.forEachChild(node, (child) => visit(child, within))
  }
  visit(program, '')
  return calls
}

function pathOf(url: ts.Expression): string {
  if (ts.isStringLiteral(url)) return url.text
  if (!ts.isTemplateExpression(url)) return ''
  return url.head.text + url.templateSpans.map((span) => `:id${span.literal.text}`).join('')
}

function signaturesIn(checker: ts.TypeChecker, types: ts.SourceFile): Map<string, Signature> {
  const classes = types.statements.filter(ts.isClassDeclaration)
  const methods = classes.flatMap((resource) => resource.members).filter(ts.isMethodDeclaration)
  return new Map(methods.flatMap((method) => signatureOf(checker, method)))
}

function signatureOf(checker: ts.TypeChecker, method: ts.MethodDeclaration): [string, Signature][] {
  const params = method.parameters.find((parameter) => parameter.name.getText() === 'params')
  if (method.type === undefined) return []
  const parameters = params?.type ? checker.getTypeFromTypeNode(params.type) : null
  return [[method.name.getText(), { parameters, answer: method.type }]]
}

/** `Promise<Response<X>>` answers X; `ApiListPromise<X>` a list of it. */
function answersOf(stripe: StripePackage, node: ts.TypeNode): string[] {
  if (ts.isTypeReferenceNode(node)) {
    const name = node.typeName.getText()
    const [inner] = node.typeArguments ?? []
    if (inner !== undefined && (name === 'Promise' || name === 'Response')) return answersOf(stripe, inner)
    if (inner !== undefined && name === 'ApiListPromise') return prefixed('list of', answersOf(stripe, inner))
    if (inner !== undefined && name === 'ApiSearchResultPromise')
      return prefixed('search of', answersOf(stripe, inner))
  }
  const type = stripe.checker.getTypeFromTypeNode(node)
  const all = type.isUnion() ? type.types : [type]
  return [...new Set(all.map((part) => objectWord(stripe.checker, part) ?? stripe.nameOf(part.symbol)))]
}

function prefixed(prefix: string, words: string[]): string[] {
  return words.map((word) => `${prefix} ${word}`)
}

function order(a: string, b: string): number {
  const [methodA = '', pathA = ''] = a.split(' ')
  const [methodB = '', pathB = ''] = b.split(' ')
  if (pathA !== pathB) return pathA < pathB ? -1 : 1
  return methodA < methodB ? -1 : 1
}

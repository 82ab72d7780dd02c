// Checks of answers and events against the schemas of Stripe's objects.
import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { objectsFile, schemaOf } from '../schemas/objects.ts'
import { operationAt } from '../schemas/operations.ts'
import type { KeptAnswer } from '../api/keep-answers.ts'

export type Violation = { operation: string; path: string; reason: string; value: string }
export type Check = (answer: KeptAnswer) => Violation | null

const nullable = (name: string) => ({ anyOf: [{ $ref: `stripe#/$defs/${name}` }, { type: 'null' }] })
const text = { type: 'string' }

/** https://docs.stripe.com/api/errors */
const errorSchema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        advice_code: text,
        charge: text,
        code: text,
        decline_code: text,
        doc_url: text,
        message: text,
        network_advice_code: text,
        network_decline_code: text,
        param: text,
        payment_intent: nullable('payment_intent'),
        payment_method: nullable('payment_method'),
        payment_method_type: text,
        request_log_url: text,
        type: { enum: ['api_error', 'card_error', 'idempotency_error', 'invalid_request_error'] },
      },
      required: ['type', 'message'],
      additionalProperties: false,
    },
  },
  required: ['error'],
  additionalProperties: false,
}

/** A check that tells what is wrong with an answer, or null. Each schema is compiled when it is first needed. */
export function createCheck(): Check {
  const ajv = new Ajv({ strict: false })
  ajv.addSchema(JSON.parse(readFileSync(objectsFile, 'utf8')), 'stripe')
  const compiled = new Map<string, ValidateFunction>()
  const validate = (name: string, value: unknown, operation: string) => {
    const known = compiled.get(name) ?? ajv.compile(schemaFor(name))
    compiled.set(name, known)
    return known(value) ? null : violation(operation, value, known.errors ?? [])
  }
  return (answer) => {
    if ('event' in answer) return checkEvent(answer.event, validate)
    const { operation, status, body } = answer
    if (status >= 400) return validate('error', body, `${operation} (${status})`)
    const [method = '', path = ''] = operation.split(' ')
    const answers = operationAt(method, path)?.answers
    return answers === undefined ? null : validate(answers.join('|'), body, operation)
  }
}

type Validate = (name: string, value: unknown, operation: string) => Violation | null

function checkEvent(event: unknown, validate: Validate): Violation | null {
  const operation = `event ${String(member(event, 'type'))}`
  const object = member(member(event, 'data'), 'object')
  const word = String(member(object, 'object'))
  if (schemaOf(word) === null)
    return { operation, path: '/data/object', reason: 'is no object of Stripe’s', value: word }
  return validate('event', event, operation) ?? validate(word, object, operation)
}

function schemaFor(name: string): object {
  if (name === 'error') return errorSchema
  const schemas = name.split('|').map((answer) => {
    const [, wrapper, word = answer] = /^(list|search) of (.+)$/.exec(answer) ?? []
    const element = { $ref: `stripe#/$defs/${word}` }
    if (wrapper === undefined) return element
    return wrapper === 'list' ? listSchema('list', element) : searchSchema(element)
  })
  return schemas.length === 1 ? (schemas[0] ?? {}) : { anyOf: schemas }
}

function listSchema(object: string, items: object, more: object = {}): Record<string, unknown> {
  const properties = {
    object: { const: object },
    data: { type: 'array', items },
    has_more: { type: 'boolean' },
    url: text,
    ...more,
  }
  const required = Object.keys(properties).filter((name) => name !== 'total_count')
  return { type: 'object', properties, required, additionalProperties: false }
}

function searchSchema(element: object): Record<string, unknown> {
  const more = { next_page: { type: ['string', 'null'] }, total_count: { type: 'integer' } }
  return listSchema('search_result', element, more)
}

/** The deepest thing that is wrong: of several kinds that a value might have been, the one it came closest to. */
function violation(operation: string, value: unknown, errors: ErrorObject[]): Violation {
  const [deepest] = errors.toSorted((a, b) => closeness(b) - closeness(a))
  const path = deepest?.instancePath ?? ''
  const at = path
    .split('/')
    .slice(1)
    .reduce<unknown>((place, name) => member(place, name), value)
  const extra =
    deepest?.keyword === 'additionalProperties' ? `: ${String(deepest.params['additionalProperty'])}` : ''
  const said = JSON.stringify(at) ?? 'nothing'
  return {
    operation,
    path: path || '/',
    reason: `${deepest?.message ?? 'is wrong'}${extra}`,
    value: said.slice(0, 300),
  }
}

/** An object that lacks a member was nearer than a text that it is not. */
function closeness({ instancePath, keyword }: ErrorObject): number {
  return instancePath.length + (keyword === 'required' || keyword === 'additionalProperties' ? 0.5 : 0)
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

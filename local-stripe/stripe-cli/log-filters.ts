// What `stripe logs tail` wants to see. Stripe filters, not the CLI: the CLI prints whatever it is sent.
import { invalidRequest } from '../api/stripe-error.ts'
import type { LoggedRequest } from '../control/request-log.ts'

const names = [
  'filter_account',
  'filter_http_method',
  'filter_ip_address',
  'filter_request_path',
  'filter_request_status',
  'filter_source',
  'filter_status_code',
  'filter_status_code_type',
] as const
type Name = (typeof names)[number]
export type LogFilters = Partial<Record<Name, string[]>>

/** Local Stripe listens on this address alone, so every request comes from it. */
const ownAddress = '127.0.0.1'

/** The filters from the JSON that the CLI sends. Throws a 400 for what is none. */
export function readLogFilters(json: string): LogFilters {
  const given = parse(json)
  const strange = Object.keys(given).find((key) => !names.some((name) => name === key))
  if (strange !== undefined)
    throw invalidRequest(`Invalid filters: there is no ${strange}.`, { param: 'filters' })
  const filters: LogFilters = {}
  for (const name of names) {
    const values = given[name]
    if (values === undefined) continue
    if (!Array.isArray(values))
      throw invalidRequest(`Invalid filters: ${name} must be a list.`, { param: 'filters' })
    filters[name] = values.map(String)
  }
  return filters
}

/** Whether a filter is for platforms with connected accounts; without any it is not applied, and the CLI warns. */
export function hasConnectFilter(filters: LogFilters): boolean {
  return filters.filter_account !== undefined
}

/** Whether an answered request passes all filters. */
export function passes(filters: LogFilters, request: LoggedRequest): boolean {
  const { status } = request
  if (status === null) return false
  return (
    isAmong(filters.filter_http_method, request.method) &&
    isAmong(filters.filter_ip_address, ownAddress) &&
    isAmong(filters.filter_request_path, request.path) &&
    isAmong(filters.filter_request_status, status < 300 ? 'SUCCEEDED' : 'FAILED') &&
    isAmong(filters.filter_source, 'API') &&
    isAmong(filters.filter_status_code, String(status)) &&
    isAmong(filters.filter_status_code_type, String(Math.floor(status / 100) * 100))
  )
}

function isAmong(wanted: string[] | undefined, value: string): boolean {
  return wanted === undefined || wanted.some((one) => one.toUpperCase() === value.toUpperCase())
}

function parse(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Said below.
  }
  throw invalidRequest('Invalid filters: they must be a JSON object.', { param: 'filters' })
}

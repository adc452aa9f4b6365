import { type RefusalCode, refusals } from '../../shared/refusal.ts'

/** Why something did not work, as the reader is told: a refusal of the server, or what went wrong on this side. */
export type FailureCode = RefusalCode | 'offline' | 'no-source'

/** A call that did not succeed. `fields` names the inputs at fault, when the server knows them. */
export class ApiError extends Error {
  readonly code: FailureCode
  readonly fields: string[]

  constructor(code: FailureCode, fields: string[] = []) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.fields = fields
  }
}

/** The code to word for the reader; whatever we did not foresee is an internal failure. */
export function failureOf(error: unknown): FailureCode {
  return error instanceof ApiError ? error.code : 'internal'
}

/** Reads a refusal (RFC 9457). A proxy in between answers in its own way, so the status is the fall-back. */
export function readProblem(status: number, body: string): ApiError {
  const problem = readJson(body)
  const code = problem['code']
  const fields = Array.isArray(problem['fields']) ? problem['fields'].filter(isText) : []
  if (isText(code) && code in refusals) return new ApiError(code as RefusalCode, fields)
  return new ApiError(codeOfStatus(status), fields)
}

function codeOfStatus(status: number): FailureCode {
  if (status === 502 || status === 504) return 'unavailable'
  const known = Object.entries(refusals).find(([, refused]) => refused === status)
  return known ? (known[0] as RefusalCode) : 'internal'
}

function readJson(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

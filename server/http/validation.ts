import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import * as Format from 'typebox/format'
import * as Value from 'typebox/value'
import { Refusal } from '../refusal.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Ids are compared as the database writes them, so only that spelling is one. */
export function defineFormats() {
  Format.Set('uuid', value => uuid.test(value))
  // Only moments that the calendar and the database have.
  Format.Set(
    'date-time',
    value =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/i.test(value) && isRealDay(value),
  )
  Format.Set('date', value => /^\d{4}-\d\d-\d\d$/.test(value) && isRealDay(value))
}

/** Checks input against the contract: text of the address becomes numbers where the contract says so, bodies never do. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema)
  return (input: unknown) => {
    if (isUnfit(input)) return { error: new Refusal('invalid') }
    const value = httpPart === 'body' ? input : Value.Convert(schema, input)
    if (check.Check(value)) return { value }
    const fields = check.Errors(value).map(error => error.instancePath.replace(/^\//, '') || error.keyword)
    return { error: new Refusal('invalid', [...new Set(fields)].slice(0, 10)) }
  }
}

/** Deeper than anything in the contract; a body of a hundred thousand brackets would end the stack of whoever walks it. */
const DEEPEST = 20

/** PostgreSQL's text holds everything but NUL, and nobody types it. */
function isUnfit(input: unknown, depth = 0): boolean {
  if (typeof input === 'string') return input.includes('\0') || !input.isWellFormed()
  if (input instanceof Uint8Array || input === null || typeof input !== 'object') return false
  return depth === DEEPEST || Object.values(input).some(part => isUnfit(part, depth + 1))
}

function isRealDay(text: string): boolean {
  const day = text.slice(0, 10)
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(Date.parse(text)) && Number(day.slice(0, 4)) > 0 && read.toISOString().startsWith(day)
}

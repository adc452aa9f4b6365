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
}

/** Checks input against the contract: text of the address becomes numbers where the contract says so, bodies never do. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema)
  return (input: unknown) => {
    const value = httpPart === 'body' ? input : Value.Convert(schema, input)
    if (check.Check(value)) return { value }
    const fields = check.Errors(value).map(error => error.instancePath.replace(/^\//, '') || error.keyword)
    return { error: new Refusal('invalid', [...new Set(fields)].slice(0, 10)) }
  }
}

import { Compile } from 'typebox/compile'
import { UploadFields } from '../../shared/upload.ts'
import { Refusal } from '../refusal.ts'

/** The fields of an upload as the contract has them. A form knows text only, so the audience comes as JSON. */
export function readFields(fields: Record<string, string>, now: Date): UploadFields {
  const { audience, ...rest } = fields
  const read = { ...rest, ...(audience !== undefined && { audience: readJson(audience) }) }
  const check = Compile(UploadFields)
  if (Object.values(fields).some(text => text.includes('\0') || !text.isWellFormed())) throw new Refusal('invalid')
  if (!check.Check(read)) {
    const wrong = check.Errors(read).map(error => error.instancePath.split('/')[1] || error.keyword)
    throw new Refusal('invalid', [...new Set(wrong)].slice(0, 10))
  }
  // A document may be old, but nothing comes from tomorrow.
  if (read.occurredAt !== undefined && Date.parse(read.occurredAt) > now.getTime())
    throw new Refusal('invalid', ['occurredAt'])
  return read
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid', ['audience'])
  }
}

import type { RefusalCode } from '../shared/refusal.ts'

/** A clear no with a stable code. Everything else that is thrown is a bug. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  /** The input fields at fault, as JSON pointers or names. */
  readonly fields: string[]

  constructor(code: RefusalCode, fields: string[] = []) {
    super(code)
    this.code = code
    this.fields = fields
  }
}

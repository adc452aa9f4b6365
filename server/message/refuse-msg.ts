import type { RefusalCode } from '../../shared/refusal.ts'
import { Unparsable, type UnparsableReason } from '../mail/parse-pool.ts'
import { Refusal } from '../refusal.ts'

/** `busy` and `stopped` say nothing of the file: it is worth another try. */
const codes: Record<UnparsableReason, RefusalCode> = {
  timeout: 'takes-too-long',
  memory: 'takes-too-long',
  crash: 'not-processable',
  busy: 'too-many',
  stopped: 'unavailable',
}

/** Refuses a file of Outlook's (.msg) that was not read, and says why; what else went wrong stays what it is. */
export function refuseMsg(error: unknown): never {
  throw error instanceof Unparsable ? new Refusal(codes[error.reason]) : error
}

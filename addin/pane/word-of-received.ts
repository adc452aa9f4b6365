import type { Received } from '../../shared/message.ts'

/** What became of one mail that was handed in. */
export function wordOf({ action }: Received) {
  if (action === 'file') return 'filed'
  if (action === 'pending') return 'pending'
  return action === 'leave-out' ? 'leftOut' : 'kept'
}

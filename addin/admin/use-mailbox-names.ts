import { listMailboxes } from '../../shared/mailbox.ts'
import { call } from '../api/call.ts'
import { useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'

/** The mailboxes that the reader knows, by id, each called by its user name. */
export function useMailboxNames(): ReadonlyMap<string, string> {
  const { host } = useSurroundings()
  const { value } = useAnswer('names of mailboxes', () => call(host, listMailboxes))
  return new Map(value?.items.map(mailbox => [mailbox.id, mailbox.user]))
}

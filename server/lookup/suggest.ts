import { type Candidates, decideFiling, type Target, visibleOnly } from '../filing/decide-filing.ts'
import type { Participant } from './participants.ts'

const MOST = 5

/**
 * Where the open mail could go: the same rule that files by itself, asked about a mail that is only looked at. The
 * reader vouches for it by filing, so the thread counts as if he had written it.
 */
export function suggest(
  participants: Participant[],
  answered: string | null,
  facts: Candidates,
  sender: string,
): Target[] {
  const { suggestions } = decideFiling(
    {
      sender,
      participants: participants.map(participant => participant.address),
      inReplyTo: answered,
      direction: 'in',
      isOwnersOwn: true,
      autoKind: null,
      isSenderDoubtful: false,
    },
    { ...visibleOnly(facts), filed: [], never: [] },
  )
  return suggestions.slice(0, MOST)
}

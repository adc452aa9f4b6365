import type { MessageFacts } from '../filing/decide/facts.ts'
import { type Candidates, decideFiling, type Target, visibleOnly } from '../filing/decide-filing.ts'
import type { Participant } from './participants.ts'

const MOST = 5

/** The open mail, as far as it matters where it goes. */
type OpenMail = Pick<MessageFacts, 'references' | 'sender' | 'subject'> & {
  participants: Participant[]
  forwarded?: Participant[]
}

/**
 * Where the open mail could go: the same rule that files by itself, asked about a mail that is only looked at. The
 * reader vouches for it by filing, so the thread counts as if he had written it.
 */
export function suggest({ participants, forwarded = [], ...mail }: OpenMail, facts: Candidates): Target[] {
  const { suggestions } = decideFiling(
    {
      ...mail,
      participants: participants.map(participant => participant.address),
      forwarded: forwarded.map(({ address }) => address),
      direction: 'in',
      isOwnersOwn: true,
      autoKind: null,
      trust: { trust: 'pass', why: 'own-door' },
      text: { cases: [], taxIds: [] },
    },
    { ...visibleOnly({ ...facts, forwarded: facts.addresses }), filed: [], never: [] },
  )
  return suggestions.slice(0, MOST)
}

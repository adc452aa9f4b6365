import { domainOf, withoutTag } from '../../../shared/address.ts'
import { type Candidates, isVouchedFor, type MessageFacts, type Proposal, type ThreadFact } from './facts.ts'
import { contractorsIn } from './participants.ts'
import { isAnotherMatter } from './same-matter.ts'

/**
 * Step 1: where a person put the nearest mail of the thread. Into a contractor's file the choice leads whenever that
 * contractor takes part; into a case only a sender whom the case knows.
 */
export function byEarlierDecision(message: MessageFacts, known: Candidates): Proposal[] {
  const chosen = known.threads.filter(
    thread =>
      thread.byHand && !thread.caseClosed && (isStillTheirs(thread) || isStillWithStranger(thread, message, known)),
  )
  return nearest(chosen, message).flatMap((thread): Proposal[] => {
    const follows = mayFollow(thread, message, known)
    // Whom the case does not know is placed by the later steps.
    if (thread.caseId && !follows) return []
    const { contractorId } = thread
    const chosen = { contractorId, score: 1, mayFile: follows || isStillTheirs(thread), isChosen: true } as const
    // For people the thread of a case says more than that somebody once chose it.
    return thread.caseId
      ? [{ ...chosen, caseId: thread.caseId, method: 'thread', evidence: thread.caseReference ?? thread.messageId }]
      : [{ ...chosen, caseId: null, method: 'earlier-decision', evidence: '' }]
  })
}

/** Step 2: an answer to a mail that we sent in a case. */
export function byOurId(message: MessageFacts, known: Candidates): Proposal[] {
  return inThread(message, known, { score: 0.97 }, thread => thread.sentByUs)
}

/** Step 3: the thread of a mail that lies in a case. */
export function byThread(message: MessageFacts, known: Candidates): Proposal[] {
  return inThread(message, known, { score: 0.95 }, thread => !thread.sentByUs)
}

function inThread(
  message: MessageFacts,
  known: Candidates,
  { score }: Pick<Proposal, 'score'>,
  fits: (thread: ThreadFact) => boolean,
): Proposal[] {
  const inCases = known.threads.filter(
    thread => thread.caseId !== null && !thread.caseClosed && isStillTheirs(thread) && fits(thread),
  )
  return nearest(inCases, message).map(thread => ({
    contractorId: thread.contractorId,
    caseId: thread.caseId,
    method: 'thread',
    evidence: thread.caseReference ?? thread.messageId,
    score,
    mayFile: mayFollow(thread, message, known),
  }))
}

/** The branch of a thread on which nobody of that contractor is left is about something else. */
function isStillTheirs({ parties }: ThreadFact): boolean {
  return parties.length > 0
}

/** Somebody whom no file knows, filed by hand, writes on. */
function isStillWithStranger({ hasOutsider }: ThreadFact, message: MessageFacts, known: Candidates): boolean {
  return hasOutsider === true && contractorsIn(message, known).length === 0
}

/**
 * In-Reply-To can be stolen: an outsider follows a thread into its case when he took part in the mail he refers to; one
 * whom our border vouches for also as somebody of that contractor, or as one of us. Nobody does with a subject of his own.
 */
function mayFollow({ hasSender, parties, title }: ThreadFact, message: MessageFacts, { own }: Candidates): boolean {
  const { sender, direction, isOwnersOwn } = message
  if (isAnotherMatter(message.title, title)) return false
  if (isOwnersOwn) return true
  if (!isVouchedFor(message)) return hasSender && direction === 'in'
  return (
    hasSender ||
    own.includes(sender) ||
    [sender, withoutTag(sender), domainOf(sender)].some(one => parties.includes(one))
  )
}

/** The filings of the nearest of these messages. */
function nearest(threads: ThreadFact[], { references }: MessageFacts): ThreadFact[] {
  const found = references.find(reference => threads.some(thread => thread.messageId === reference))
  return threads.filter(thread => thread.messageId === found)
}

import type { RestPlace, WaitingFiling } from '../host/mail-host.ts'

const PREFIX = 'later:'

/** A mail that is to be handed to the server without anybody looking on, and how often that failed. */
export interface LaterMail {
  /** Why: it arrived, it was sent for a case, it is one of several that were to be filed, or its pane went while it was filed. */
  why: 'arrived' | 'sent' | 'several' | 'left'
  /** Thunderbird's number of it, valid until Thunderbird is closed; null when there was no copy of it yet. */
  message: number | null
  headerMessageId: string
  subject: string
  /** Where it goes; null when the server decides. */
  place: RestPlace | null
  /** All that was decided about it, where that is more than the place. */
  filing?: WaitingFiling
  /** Who wished it, and nobody else's session does it; null when nobody had ever been signed in. */
  account: string | null
  addedAt: number
  tries: number
  dueAt: number
}

// Each under a key of its own: a list in one piece would be written anew with every mail, and by two at a time. What two
// users of one Thunderbird have left of the same mail is two things.
const keyOf = ({ why, headerMessageId, place, account }: LaterMail) =>
  [PREFIX, why, account, place?.contractorId, place?.caseId ?? place?.newCase?.number, headerMessageId].join(' ')

/** Keeps mails, or what became of them, over a restart of Thunderbird. */
export async function keepLater(mails: LaterMail[]): Promise<void> {
  await messenger.storage.local.set(Object.fromEntries(mails.map(mail => [keyOf(mail), mail])))
}

/** All that is kept, oldest first. */
export async function allLater(): Promise<LaterMail[]> {
  const everything = Object.entries(await messenger.storage.local.get(null))
  const kept = everything.filter(([key]) => key.startsWith(PREFIX)) as [string, LaterMail][]
  await keyAnew(kept.filter(([key, mail]) => key !== keyOf(mail)))
  return kept.map(([, mail]) => mail).toSorted((one, other) => one.addedAt - other.addedAt)
}

/** What an earlier version kept is under another key, and would never be forgotten. */
async function keyAnew(former: [string, LaterMail][]): Promise<void> {
  if (former.length === 0) return
  await keepLater(former.map(([, mail]) => mail))
  await messenger.storage.local.remove(former.map(([key]) => key))
}

/** Forgets mails that were handed in, or that nobody wants to be any more. */
export async function forgetLater(mails: LaterMail[]): Promise<void> {
  await messenger.storage.local.remove(mails.map(keyOf))
}

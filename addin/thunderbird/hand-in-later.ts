import type { WaitingFiling } from '../host/mail-host.ts'
import { accountOf } from '../host/thunderbird-account.ts'
import { everyPage } from './every-page.ts'
import { addToQueue, addUnread } from './filing-queue.ts'
import { allLater, forgetLater, keepLater, type LaterMail } from './later-mail.ts'
import { oneAtATime } from './one-at-a-time.ts'

const ALARM = 'later-mail'
const FIRST_PAUSE_MS = 15_000
const LONGER = 4
const MOST_TRIES = 8
/** Whoever sent a mail for a case learns within the hour that there is no copy of it to file. */
const MOST_TRIES_SENT = 5
const OUTBOX_PAUSE_MS = 5 * 60_000
const OUTBOX_LIMIT_MS = 30 * 24 * 60 * 60_000
/** Thunderbird ends a background that works for minutes; what was left is gone on with. */
const GO_ON_MS = 60_000

type WhichMail = Pick<LaterMail, 'why' | 'message' | 'headerMessageId' | 'subject' | 'place' | 'filing'>

const work = oneAtATime(() => handInDue().then(setAlarm))

/** Takes up mails that are to be filed by and by: at once where it can be, else again and again, also after a restart. */
export async function handInLater(mails: WhichMail[], by: { account?: string | null } = {}): Promise<void> {
  if (mails.length === 0) return
  const account = by.account ?? (await accountOf())
  const now = Date.now()
  await keepLater(mails.map(mail => ({ ...mail, account, addedAt: now, tries: 0, dueAt: now })))
  void work.run()
}

/** Drops what arrived and is not handed in yet, for the user does not wish it any more. */
export async function dropArrived(): Promise<void> {
  await forgetLater((await allLater()).filter(({ why }) => why === 'arrived'))
}

/** Looks after what is left when its time has come, when Thunderbird starts, and when somebody signs in. */
export function followLater(): void {
  messenger.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void work.run()
  })
  messenger.runtime.onStartup.addListener(() => void work.run())
  messenger.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'account' in changes) void work.run()
  })
}

async function handInDue(): Promise<void> {
  // More may come while these are handed in.
  for (let due = await allDue(); due.length > 0; due = await allDue()) {
    messenger.alarms.create(ALARM, { when: Date.now() + GO_ON_MS })
    for (const mail of due) {
      // Somebody signed out meanwhile, or another in.
      if (!isOf(mail, await accountOf())) return
      await handIn(mail)
    }
  }
}

async function allDue(): Promise<LaterMail[]> {
  const account = await accountOf()
  return (await allLater()).filter(mail => isOf(mail, account) && mail.dueAt <= Date.now())
}

function isOf(mail: LaterMail, account: string | null): boolean {
  return account !== null && (mail.account === null || mail.account === account)
}

async function setAlarm(): Promise<void> {
  const account = await accountOf()
  const times = (await allLater()).filter(mail => isOf(mail, account)).map(({ dueAt }) => dueAt)
  if (times.length === 0) await messenger.alarms.clear(ALARM)
  else messenger.alarms.create(ALARM, { when: Math.max(Math.min(...times), Date.now() + 1_000) })
}

async function handIn(mail: LaterMail): Promise<void> {
  const copies = await copiesOf(mail)
  const copy = copies.find(one => !isUnsent(one))
  if (!copy && copies.some(isUnsent) && mail.addedAt > Date.now() - OUTBOX_LIMIT_MS)
    return keepLater([{ ...mail, dueAt: Date.now() + OUTBOX_PAUSE_MS }])
  try {
    if (!copy) throw new Error('there is no such mail')
    const source = await (await messenger.messages.getRaw(copy.id)).arrayBuffer()
    // It may take its time over IMAP, in which another may sign in.
    if (!isOf(mail, await accountOf())) return
    await addToQueue({ ...filingOf(mail), subject: copy.subject }, source, {
      isNew: true,
      isNewest: mail.why === 'left',
    })
    await forgetLater([mail])
  } catch {
    await putOff(mail, { isThere: copy !== undefined })
  }
}

/** A filter or another device may be moving it, or it is still on its way here; some day nobody waits any longer. */
async function putOff(mail: LaterMail, { isThere }: { isThere: boolean }): Promise<void> {
  const tries = mail.tries + 1
  if (tries < (mail.why === 'sent' ? MOST_TRIES_SENT : MOST_TRIES))
    return keepLater([{ ...mail, tries, dueAt: Date.now() + FIRST_PAUSE_MS * LONGER ** (tries - 1) }])
  // What arrived and was thrown away is nothing that anybody misses.
  if (isThere || mail.why !== 'arrived') await addUnread(filingOf(mail))
  await forgetLater([mail])
}

/** Numbers end with Thunderbird and are given anew, so the mail is looked for by its Message-ID then. */
async function copiesOf({ message, headerMessageId }: LaterMail): Promise<MessengerMessage[]> {
  const known = message === null ? null : await messenger.messages.get(message).catch(() => null)
  if (known?.headerMessageId === headerMessageId) return [known]
  const found: MessengerMessage[] = []
  for await (const page of everyPage(await messenger.messages.query({ headerMessageId }))) found.push(...page)
  return found
}

/** What lies in the outbox was not sent, and a draft least of all. */
function isUnsent({ folder }: MessengerMessage): boolean {
  return folder?.specialUse?.some(use => use === 'outbox' || use === 'drafts') ?? false
}

function filingOf({ headerMessageId, subject, place, filing }: LaterMail): WaitingFiling {
  if (filing) return filing
  return {
    messageId: headerMessageId,
    subject,
    placeName: place?.name ?? '',
    contractorId: place?.contractorId ?? null,
    caseId: place?.caseId ?? null,
    newCase: place?.newCase?.title ?? null,
    ...(place?.newCase && { caseNumber: place.newCase.number }),
    comment: '',
    title: '',
  }
}

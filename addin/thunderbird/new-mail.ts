import { lookUp } from '../../shared/lookup.ts'
import type { Output } from '../../shared/route.ts'
import { lookupQuestion } from '../pane/lookup-question.ts'
import { askServer } from './ask-server.ts'
import { addToQueue } from './filing-queue.ts'
import { markFiled } from './mark-filed.ts'
import { readMessage } from './read-open-message.ts'

const ALARM = 'new-mail'
const UNMARKED = 'unmarked'
const SINCE = 'files-since'
const DAY_MS = 24 * 60 * 60_000
/** The date of a mail is the word of its sender's clock, in whole seconds, and mail may be on its way for a while. */
const ON_ITS_WAY_MS = 60 * 60_000
const FIRST_LOOK_MS = 5_000
const LOOKS = 4
const MOST = 200

/** A mail that just arrived and has no mark yet. Its number is valid until Thunderbird is closed, and so is the list. */
interface Unmarked {
  message: number
  looks: number
}

/** Hands new mail to the server, where the user wishes so, and marks what is filed, whoever filed it, before it is opened. */
export function followNewMail(): void {
  messenger.messages.onNewMailReceived.addListener((_folder, list) => void takeIn(list))
  messenger.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void markArrived()
  })
}

/** Since when new mail is filed by itself, in milliseconds; null while it is not. */
export async function filesSince(): Promise<number | null> {
  const since = (await messenger.storage.local.get(SINCE))[SINCE]
  return typeof since === 'number' ? since : null
}

/** Switches it on from this moment, or off. What arrived before stays as it is. */
export async function fileNewMail(isOn: boolean): Promise<void> {
  if (!isOn) await messenger.storage.local.remove(SINCE)
  else if ((await filesSince()) === null) await messenger.storage.local.set({ [SINCE]: Date.now() })
}

async function takeIn(list: MessengerMessageList): Promise<void> {
  const messages = await everyPage(list)
  const since = await filesSince()
  // A new account reports all the mail that it ever had as new.
  const fresh = messages.filter(({ date, junk }) => !junk && date.getTime() > Date.now() - DAY_MS).slice(-MOST)
  await remember(fresh)
  if (since === null) return
  const wanted = fresh.filter(({ date }) => date.getTime() >= since - ON_ITS_WAY_MS)
  // A filter or another device may have moved one away meanwhile; the others are filed all the same.
  for (const message of wanted) await handIn(message).catch(() => undefined)
}

async function everyPage({ id, messages }: MessengerMessageList): Promise<MessengerMessage[]> {
  if (id === null) return messages
  return [...messages, ...(await everyPage(await messenger.messages.continueList(id)))]
}

/** The server decides where it belongs. */
async function handIn({ id, headerMessageId, subject }: MessengerMessage): Promise<void> {
  const nowhere = { placeName: '', contractorId: null, caseId: null, newCase: null, comment: '', title: '' }
  const source = await (await messenger.messages.getRaw(id)).arrayBuffer()
  await addToQueue({ messageId: headerMessageId, subject, ...nowhere }, source, { isNew: true })
}

async function remember(messages: MessengerMessage[]): Promise<void> {
  if (messages.length === 0) return
  const added = messages.map(({ id }) => ({ message: id, looks: 0 }))
  await messenger.storage.session.set({ [UNMARKED]: [...(await unmarked()), ...added].slice(-MOST) })
  messenger.alarms.create(ALARM, { when: Date.now() + FIRST_LOOK_MS })
}

/** The server may read the mailbox a little later than Thunderbird, so it is asked a few times. */
async function markArrived(): Promise<void> {
  const before = await unmarked()
  await messenger.storage.session.remove(UNMARKED)
  const left: Unmarked[] = []
  for (const { message, looks } of before) {
    const filed = await isFiled(message).catch(() => false)
    if (filed) await markFiled(message, { filed: true, changed: true }).catch(() => undefined)
    else if (looks + 1 < LOOKS) left.push({ message, looks: looks + 1 })
  }
  if (left.length === 0) return
  await messenger.storage.session.set({ [UNMARKED]: [...(await unmarked()), ...left] })
  const looks = Math.min(...left.map(one => one.looks))
  messenger.alarms.create(ALARM, { when: Date.now() + FIRST_LOOK_MS * 3 ** looks })
}

async function isFiled(message: number): Promise<boolean> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const body = JSON.stringify({ ...lookupQuestion(await readMessage(message)), limit: 1 })
  const reply = await askServer(lookUp.url, { method: lookUp.method, headers, body })
  return reply.status === 200 && (JSON.parse(reply.body) as Output<typeof lookUp>).filed.length > 0
}

async function unmarked(): Promise<Unmarked[]> {
  const kept = (await messenger.storage.session.get(UNMARKED))[UNMARKED]
  return Array.isArray(kept) ? kept : []
}

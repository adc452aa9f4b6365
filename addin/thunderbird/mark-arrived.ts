import { lookUp } from '../../shared/lookup.ts'
import type { Output } from '../../shared/route.ts'
import { lookupQuestion } from '../pane/lookup-question.ts'
import { askServer } from './ask-server.ts'
import { markFiled } from './mark-filed.ts'
import { readMessage } from './read-open-message.ts'

const ALARM = 'new-mail'
const UNMARKED = 'unmarked'
const FIRST_LOOK_MS = 5_000
const LOOKS = 4
const MOST = 200

/** A mail that may be filed soon and has no mark yet. Its number is valid until Thunderbird is closed, and so is the list. */
interface Unmarked {
  message: number
  looks: number
}

/** Looks after the marks of what is being filed, whoever files it, when their time has come. */
export function followMarks(): void {
  messenger.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void markArrived()
  })
}

/** Marks these mails as filed when the server says that they are, though nobody has opened them. */
export async function markOnceFiled(messages: number[]): Promise<void> {
  if (messages.length === 0) return
  const others = (await unmarked()).filter(({ message }) => !messages.includes(message))
  const added = messages.map(message => ({ message, looks: 0 }))
  await messenger.storage.session.set({ [UNMARKED]: [...others, ...added].slice(-MOST) })
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
